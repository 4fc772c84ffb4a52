"""The first window: create, unlock, recover or restore a vault, and the ways out of each failure."""
