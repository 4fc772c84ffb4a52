"""A method as data: phases, parts, minutes, speaking orders."""
