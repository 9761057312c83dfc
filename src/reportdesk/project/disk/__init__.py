"""The disk: saves that are whole or not at all, locks, and the clerk's own folder."""
