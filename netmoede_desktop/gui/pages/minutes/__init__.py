"""What the page of the referat is made of."""
