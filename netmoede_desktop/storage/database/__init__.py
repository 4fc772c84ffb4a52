"""The driver, and the one connection."""
