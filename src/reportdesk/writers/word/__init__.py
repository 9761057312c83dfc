"""Word: a report through the layout of its edition, and the data that goes along."""
