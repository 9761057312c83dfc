"""PDF files with text: the marks of each page, and the paragraphs and tables that they make."""
