"""Days and times as Danes write them, read into values or refused with a reason."""
