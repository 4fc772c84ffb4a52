"""The running meeting: acts, journal, and the next turn."""
