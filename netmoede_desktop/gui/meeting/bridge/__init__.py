"""The running meeting as the windows know it."""
