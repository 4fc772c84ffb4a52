"""The ways into a vault and its keys, its backups, and how it is."""
