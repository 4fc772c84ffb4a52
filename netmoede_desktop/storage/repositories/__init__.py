"""What is kept in the tables, asked for and given as values; each works inside one transaction."""
