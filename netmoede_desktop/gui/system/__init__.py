"""What the windows ask of the operating system: staying awake, locks and sleep, idle hands, batteries, motion."""
