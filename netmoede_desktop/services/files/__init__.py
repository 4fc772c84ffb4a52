"""Files of the user: reading, writing, and identifying them."""
