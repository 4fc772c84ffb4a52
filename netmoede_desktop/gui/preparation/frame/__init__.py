"""The step of the frame: room, food, tolk, and who cannot be in one room."""
