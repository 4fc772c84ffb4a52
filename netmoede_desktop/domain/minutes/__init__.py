"""The facts of every paper, taken from the meeting, and their corrections afterwards."""
