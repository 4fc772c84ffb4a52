"""The first window itself and the work behind it."""
