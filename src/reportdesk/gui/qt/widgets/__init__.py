"""Small things that Qt's widgets lack: drops, empty lists, a wheel that is left alone, lines that wrap."""
