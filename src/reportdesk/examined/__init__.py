"""A file read and checked in a worker: what comes back is its figures and findings, not the whole reading."""
