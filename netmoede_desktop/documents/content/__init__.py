"""The content of each paper: facts of a meeting turned into a small tree of blocks, in Danish, without a look."""
