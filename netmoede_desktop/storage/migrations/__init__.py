"""Linear, numbered steps from an empty store to the newest schema, gated by `PRAGMA user_version`."""
