"""The secrets and the key file they open."""
