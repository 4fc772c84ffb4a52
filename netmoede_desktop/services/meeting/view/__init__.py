"""The values the mødeleder's window shows, frozen, one set after each act."""
