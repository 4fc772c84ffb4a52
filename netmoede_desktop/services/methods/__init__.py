"""The method files: shipped, municipal, and read with every problem named."""
