"""Who has the keyboard, and what each key does."""
