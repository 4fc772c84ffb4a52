"""The sager: the list, one of them, a new meeting in it."""
