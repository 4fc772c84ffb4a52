"""The first page of the office: the running meeting, today's, the coming ones, and work left after meetings."""
