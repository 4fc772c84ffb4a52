"""The papers before a meeting."""
