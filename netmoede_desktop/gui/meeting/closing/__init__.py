"""What is missing before the meeting is closed, and the end."""
