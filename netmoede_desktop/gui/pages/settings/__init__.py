"""The cards of the settings page: the look, access, backups, and where things lie. They do not know each other."""
