"""How it looks: colours as roles in theme files, one scale, one family of letters."""
