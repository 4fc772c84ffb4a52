"""Roles, names and announcements for screen readers."""
