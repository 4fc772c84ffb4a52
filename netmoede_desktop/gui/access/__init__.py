"""Passphrase and recovery-code widgets, shared by the first window and the settings."""
