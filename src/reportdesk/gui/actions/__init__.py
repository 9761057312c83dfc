"""The menu entries, keys and buttons of a report's window: what each does, and when it can be used."""
