"""The facts every paper tells, taken from the meeting, and what can be corrected of them afterwards."""
