"""Office files: Word, Excel, and old Word through an installed office program."""
