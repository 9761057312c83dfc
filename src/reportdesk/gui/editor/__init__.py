"""The editor of a section's words: marks, margin, last year's words beside it."""
