"""Sentences that several windows say."""
