"""The guide to leading a meeting, as the office, the referat and the meeting show it."""
