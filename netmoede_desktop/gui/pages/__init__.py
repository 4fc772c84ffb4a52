"""The pages of the windows. Pages do not know each other."""
