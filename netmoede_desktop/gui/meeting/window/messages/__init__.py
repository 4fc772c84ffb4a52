"""What the window says without having been asked."""
