"""A report and its files: begun, opened, saved, left, recovered, replaced under the window."""
