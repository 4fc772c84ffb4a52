"""The step of the sag."""
