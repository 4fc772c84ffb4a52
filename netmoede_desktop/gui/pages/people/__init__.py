"""The pieces of the page of people: the line that adds one, the list that adds many, the form of one."""
