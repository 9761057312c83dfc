"""What reportdesk needs of a machine, and how the machine gets it: locks, virtual environment, system packages."""
