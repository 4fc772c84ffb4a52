"""*Kan vi nå det?*: the time of a planned meeting, live, and what helps."""
