"""What a report's words say in figures: read by data of the template, compared with the tables' cells."""
