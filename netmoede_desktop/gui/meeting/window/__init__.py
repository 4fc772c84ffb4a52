"""The meeting window: its pages, its keys, its bars."""
