"""What the room sees of a meeting."""
