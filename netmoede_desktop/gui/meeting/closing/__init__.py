"""The end of the meeting, and the things missing before it."""
