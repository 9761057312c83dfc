"""Layouts are files of an edition and may come from elsewhere: where they lie, what they may do."""
