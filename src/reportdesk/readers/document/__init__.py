"""What every document comes down to: blocks, headings, title, words and signature."""
