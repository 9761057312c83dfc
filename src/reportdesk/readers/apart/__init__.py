"""Reading files of strangers in a process of its own, which has limits and can be ended."""
