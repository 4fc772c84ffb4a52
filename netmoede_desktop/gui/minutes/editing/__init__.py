"""The referat as fields to correct."""
