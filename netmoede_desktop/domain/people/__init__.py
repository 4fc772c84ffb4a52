"""Who takes part: roles, networks, names, and what must fit between people."""
