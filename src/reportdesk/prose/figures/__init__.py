"""What a number in words means: which cells it may be, and whether the tables agree."""
