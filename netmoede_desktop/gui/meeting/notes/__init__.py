"""What is written at the table: notes, board, private lines."""
