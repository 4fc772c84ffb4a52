"""Whether the store is whole, and what the doctor looks at."""
