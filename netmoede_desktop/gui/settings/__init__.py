"""The settings, a card for each."""
