"""Where to begin: the first screen without a report, the page of what is still to do with one."""
