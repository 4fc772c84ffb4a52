"""The view of a meeting for the room."""
