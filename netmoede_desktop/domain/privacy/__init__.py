"""The rules of what may be shown to the room, over people and words; they need no vault."""
