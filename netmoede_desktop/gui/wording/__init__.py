"""Sentences shared by several windows."""
