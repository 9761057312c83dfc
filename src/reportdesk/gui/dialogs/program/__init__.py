"""Dialogs about the program itself: what it is, how this machine is, all its keys."""
