"""The first window itself and its background work."""
