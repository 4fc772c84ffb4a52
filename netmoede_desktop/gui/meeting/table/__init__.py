"""The page of the round table."""
