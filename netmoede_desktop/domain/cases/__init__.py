"""What is known of a sag."""
