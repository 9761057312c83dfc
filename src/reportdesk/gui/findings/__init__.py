"""The findings panel: its rows, its cards, and what can be done about each."""
