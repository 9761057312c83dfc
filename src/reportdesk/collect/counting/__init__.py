"""What counts: the state of each unit, the sum, what is compared with it, and who is alike."""
