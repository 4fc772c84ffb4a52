"""The guide to leading a meeting: its shipped text."""
