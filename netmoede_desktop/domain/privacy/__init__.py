"""What may be shown to the room: rules over people and words that need no vault."""
