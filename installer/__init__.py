"""What sets up, checks and builds the project; the app itself never imports it."""
