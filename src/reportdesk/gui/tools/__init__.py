"""Programs beside the window, for developers and machines without a display."""
