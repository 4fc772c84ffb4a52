"""Days and times to type or pick."""
