"""The public's picture: cards of figures drawn as SVG, each with words and a table that say the same."""
