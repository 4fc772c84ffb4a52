"""The rows: one SQLModel class per table, each with `from_value` and `to_value` beside it."""
