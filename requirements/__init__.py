"""What reportdesk needs of a machine, and how the machine gets it."""
