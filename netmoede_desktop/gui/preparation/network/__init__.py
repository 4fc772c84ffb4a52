"""The netværkskort in the step of the people."""
