"""The settings of a profile."""
