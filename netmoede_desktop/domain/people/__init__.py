"""The people of a meeting: roles, networks, names, and the rules that must fit between them."""
