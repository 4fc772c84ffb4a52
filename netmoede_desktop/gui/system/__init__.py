"""Services of the operating system: staying awake, lock and sleep events, idle time, battery, motion."""
