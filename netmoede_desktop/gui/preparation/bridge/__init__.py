"""The planned meeting as the windows know it."""
