"""What is wrong with a report: relations as data, rules one by one, findings returned, never raised."""
