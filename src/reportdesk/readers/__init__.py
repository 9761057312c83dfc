"""Readers: any published report, in any file, becomes a Report with notes on what could not be placed."""
