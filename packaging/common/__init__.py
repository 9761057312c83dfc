"""What every artifact has in common: the commit, locked inputs, archives, components and sums."""
