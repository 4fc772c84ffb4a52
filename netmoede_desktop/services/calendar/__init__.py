"""Days off, for the choice of dates."""
