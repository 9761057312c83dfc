"""Rules of what the words of a section say."""
