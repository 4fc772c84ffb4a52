"""A planned meeting: proposed, changed as it is typed, kept, deleted."""
