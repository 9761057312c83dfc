"""Which units are to file, by what names they go, and whose report a file is."""
