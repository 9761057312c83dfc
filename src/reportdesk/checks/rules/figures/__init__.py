"""Rules of a cell or of several: blanks, changes against last year, fees, powers."""
