"""Sentences that follow from the figures, and words put in order."""
