"""What was answered: values, texts, and the edits that change them."""
