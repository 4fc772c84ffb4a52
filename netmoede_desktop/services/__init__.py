"""Use cases: what a person can ask for, one transaction each; the only door for the faces."""
