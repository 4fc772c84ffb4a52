"""Messages the window shows by itself."""
