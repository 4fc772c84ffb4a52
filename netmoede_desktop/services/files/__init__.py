"""The doors for files: what is read in, what is written out, and what a file is."""
