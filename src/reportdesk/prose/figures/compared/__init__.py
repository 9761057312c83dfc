"""What was read held against the tables, against last year, and against the other figures of the text."""
