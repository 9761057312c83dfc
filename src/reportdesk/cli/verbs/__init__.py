"""What a call may ask for: one module a command, its words, its help and what it does."""
