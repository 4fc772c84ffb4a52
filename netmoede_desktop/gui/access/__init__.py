"""Passphrases and the recovery code, as the first window and the settings share them."""
