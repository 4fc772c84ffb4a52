"""House widgets: they carry the look once, take values and give signals."""
