"""Frames, flow, scrolling, tab order, and the placement of a window on its screen."""
