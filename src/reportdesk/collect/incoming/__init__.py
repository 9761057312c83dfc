"""What came in: files found, archives looked into, reports read by the pool and what is kept of them."""
