"""Copies of the store: made, verified, thinned out, restored."""
