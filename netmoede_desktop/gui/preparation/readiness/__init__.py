"""*Er mødet klar?*: what the rules say of the meeting, beside every step of its preparation."""
