"""What changes the open report from menus and keys: figures, words, all places of a word."""
