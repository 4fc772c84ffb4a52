"""The checks that a store is whole, and that a file holds pages of one."""
