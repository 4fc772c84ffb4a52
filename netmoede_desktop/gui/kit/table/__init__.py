"""The round table."""
