"""How a table looks: how wide and high, its headers that stand still, each cell and label painted."""
