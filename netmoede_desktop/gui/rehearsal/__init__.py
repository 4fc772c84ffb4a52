"""The page of the øvemøde: a rehearsal with a fictional family."""
