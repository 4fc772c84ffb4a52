"""The repositories of the tables, with values in and out; each works inside one transaction."""
