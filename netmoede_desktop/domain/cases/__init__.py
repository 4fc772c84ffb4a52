"""The details of a sag."""
