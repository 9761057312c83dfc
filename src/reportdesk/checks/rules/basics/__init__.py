"""Rules of what stands before the first section: title, date, edition."""
