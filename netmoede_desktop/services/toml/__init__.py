"""TOML files people write by hand, read so that every problem names its line."""
