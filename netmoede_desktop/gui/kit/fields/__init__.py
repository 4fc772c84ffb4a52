"""Inputs: text fields, choices, and forms of them."""
