"""The papers of a meeting: their content (`content`), their look (`render`), and the registry of both (`papers`)."""
