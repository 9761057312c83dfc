"""What every file comes down to before anybody asks for the form: paragraphs and squared tables."""
