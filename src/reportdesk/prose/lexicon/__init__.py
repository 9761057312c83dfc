"""The words by which figures are told, as `prose.toml` has them."""
