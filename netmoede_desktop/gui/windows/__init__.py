"""The windows that hold the pages."""
