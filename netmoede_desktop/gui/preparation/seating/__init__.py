"""The step of the seats."""
