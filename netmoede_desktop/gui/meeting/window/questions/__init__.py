"""Short questions in the meeting window."""
