"""Agreements: who does what by when, read from one line, and when they are followed up."""
