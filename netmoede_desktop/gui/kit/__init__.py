"""The pieces windows are made of. None of them knows a subject."""
