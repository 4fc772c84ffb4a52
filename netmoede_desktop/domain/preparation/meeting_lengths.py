"""How short and how long a meeting can be planned, in minutes."""

LEAST_MINUTES = 10
MOST_MINUTES = 12 * 60
