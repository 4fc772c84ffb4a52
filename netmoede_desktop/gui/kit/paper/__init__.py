"""The pages of a paper on the screen and on the printer."""
