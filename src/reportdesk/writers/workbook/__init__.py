"""Excel: a report as a workbook, sheet by sheet."""
