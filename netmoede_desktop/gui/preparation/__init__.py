"""A meeting in preparation, step by step."""
