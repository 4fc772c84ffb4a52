"""The look of the program: colours as roles in theme files, one scale, one font family."""
