"""The sager and their meetings: listed, made, changed, and what waits to be done."""
