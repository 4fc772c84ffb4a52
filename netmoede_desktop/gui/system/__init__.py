"""What the windows ask of the operating system: staying awake, locking, batteries, motion."""
