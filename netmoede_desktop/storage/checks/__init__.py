"""Whether a store is whole, and whether a file holds pages of one."""
