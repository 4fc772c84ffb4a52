"""The driver, the one connection, and one transaction over everything."""
