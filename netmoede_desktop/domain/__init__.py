"""Frozen values and pure rules: standard library only; no clock, no chance, no sentences for users."""
