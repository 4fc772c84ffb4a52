"""Fields for days and times, typed or picked."""
