"""Project files: a report on disk, saved so that nothing is lost or half written."""
