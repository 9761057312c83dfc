"""What of this machine matters for the program, on one page that holds no word of any report."""
