"""The lines around the pages: notices above them, the status bar below, the tool bar of a narrow window."""
