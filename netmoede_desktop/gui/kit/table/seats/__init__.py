"""A seat at the round table: its face, text, size and signs."""
