"""Frames, flow, scrolling, tab order, and the place of a window on its screen."""
