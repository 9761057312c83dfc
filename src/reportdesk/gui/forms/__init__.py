"""Compiled from ui/ by pyside6-uic; edit the .ui file, never these."""
