"""The pictures of the docs, made by the program itself without a display: real windows, made-up people, a set clock."""
