"""Dialogs about words: found and replaced, renamed all over, tidied, sentences that follow the figures."""
