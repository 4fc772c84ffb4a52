"""Text as people type it: made safe to keep, and folded for comparison."""
