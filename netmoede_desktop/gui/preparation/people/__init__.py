"""The step of the people."""
