"""Fictional meetings told in steps: read, planned, rehearsed, played."""
