"""What is tried of what was built; no artifact hangs on it."""
