"""How a tree of blocks becomes a file: PDF with tags, and DOCX."""
