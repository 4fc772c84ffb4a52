"""What every page of the open app is given."""
