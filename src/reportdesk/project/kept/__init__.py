"""What is kept for bad days: snapshots of unsaved work, and a ring of backups."""
