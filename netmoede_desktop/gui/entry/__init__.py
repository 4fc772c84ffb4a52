"""The first window: a new vault, an old one, and every way out of trouble."""
