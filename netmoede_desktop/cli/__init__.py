"""The command line: a face over the same use cases as the windows."""
