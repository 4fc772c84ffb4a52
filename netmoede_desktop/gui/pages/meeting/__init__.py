"""The pages of the meeting window: one for each kind of thing the meeting is doing."""
