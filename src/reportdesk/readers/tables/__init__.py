"""Tables found in a document, placed in the form's by their labels."""
