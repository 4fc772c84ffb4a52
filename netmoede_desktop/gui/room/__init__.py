"""The room's window and its screen."""
