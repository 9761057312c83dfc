"""Rules that no formula can say, one file each."""
