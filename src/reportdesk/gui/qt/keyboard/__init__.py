"""The keyboard: every key of the window listed, keys that fields would swallow, input methods."""
