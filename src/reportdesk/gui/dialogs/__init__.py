"""The dialogs that ask a clerk for a word, and tell what was done."""
