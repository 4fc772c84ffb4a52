"""Rows under each other."""
