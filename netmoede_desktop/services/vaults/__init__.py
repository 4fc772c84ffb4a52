"""The vault: opening, keys, backups, and its state."""
