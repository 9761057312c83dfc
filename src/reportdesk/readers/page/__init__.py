"""Web pages and plain text, in whatever encoding they came."""
