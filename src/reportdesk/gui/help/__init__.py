"""The manual on the screen: its pages, the search in them, and which page belongs to where one stands."""
