"""The papers of a meeting: what they say (`content`), how they look (`render`), and one door to them (`papers`)."""
