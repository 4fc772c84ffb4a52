"""The context and base class of every page of the open app."""
