"""What the mødeleder's window shows: frozen values, made anew after each act."""
