"""The running meeting: acts, journal, and what is offered next."""
