"""The dialog in which a clerk looks over what was read from a file, and takes or leaves it."""
