"""Writing at the table: notes, board, private lines."""
