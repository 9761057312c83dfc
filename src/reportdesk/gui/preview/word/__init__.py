"""A Word file as it asks to be laid out: its page, its paragraphs and tables, in points; no Qt in here."""
