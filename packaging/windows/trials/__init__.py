"""What is tried in wine, a module for each kind of thing; `try_wine.py` goes through all of them."""
