"""Papers about a report that are not the report: the head's page, the correction notice."""
