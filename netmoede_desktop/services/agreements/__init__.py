"""Help while an agreement is written."""
