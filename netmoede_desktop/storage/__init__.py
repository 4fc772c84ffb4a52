"""The vault and its tables: the encrypted store, its key file, its backups and its problems."""
