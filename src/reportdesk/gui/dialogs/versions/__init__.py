"""Dialogs about other versions of a report: saved before, outlived their program, and how they differ."""
