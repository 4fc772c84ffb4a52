"""Reading aloud: the new agreements at the end, those of last time at the start."""
