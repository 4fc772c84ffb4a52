"""The top and the bottom of the meeting window."""
