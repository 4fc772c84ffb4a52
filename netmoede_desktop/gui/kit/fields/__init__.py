"""What is written or chosen in."""
