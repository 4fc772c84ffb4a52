"""The agreements on paper."""
