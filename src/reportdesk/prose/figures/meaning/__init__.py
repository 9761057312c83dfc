"""What the words around a number mean: how far they reach, which measure they name, or why none."""
