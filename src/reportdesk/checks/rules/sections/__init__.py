"""Rules of the sections that a report must have and of their headings."""
