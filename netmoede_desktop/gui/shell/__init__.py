"""The app as a whole, and the windows that hold several subjects."""
