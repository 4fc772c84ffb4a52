"""The meeting as the mødeleder leads it."""
