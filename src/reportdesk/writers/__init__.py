"""Writers: a Report becomes the bytes of a file; a writer never checks and never touches the disk."""
