"""The referat on paper."""
