"""Stretches of a text, numerals, likeness: what can be said of words without a form."""
