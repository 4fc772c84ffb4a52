"""The widgets that windows are made of. None of them knows a subject."""
