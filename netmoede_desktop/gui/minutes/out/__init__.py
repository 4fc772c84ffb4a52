"""The referat onto paper, into files, and as approved versions."""
