"""What goes out: the workbook, the cells, the letters and the government's own report."""
