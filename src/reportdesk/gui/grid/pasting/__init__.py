"""Many cells at once: blocks to and from the clipboard, tables pasted with their labels, fills."""
