"""A sentence cut up: into words, numbers and years, and these into groups between two stops."""
