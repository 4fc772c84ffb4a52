"""The face for the terminal: verbs, exit codes, one clear sentence when something is wrong (README.md)."""
