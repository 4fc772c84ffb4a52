"""What is chosen once for a profile."""
