"""The command line: everything that the window does to files, without a display."""

from reportdesk.cli.main import main

__all__ = ["main"]
