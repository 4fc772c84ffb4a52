"""A planned meeting: proposed, changed as it is typed, saved, deleted."""
