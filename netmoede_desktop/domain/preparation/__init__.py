"""The checks of a planned meeting before it is held."""
