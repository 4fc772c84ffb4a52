"""Texts, marks and notices."""
