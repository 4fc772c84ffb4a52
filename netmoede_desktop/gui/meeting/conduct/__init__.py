"""The conduct card: how a meeting is led, one key away while it is led."""
