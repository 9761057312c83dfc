"""From what was found to a Report: figures and words, with a note for every doubt."""
