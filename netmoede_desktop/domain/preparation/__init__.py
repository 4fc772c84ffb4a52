"""What can be judged of a planned meeting before it is held."""
