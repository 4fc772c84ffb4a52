"""What each paper says: facts of a meeting turned into a small tree of blocks, in Danish, without a look."""
