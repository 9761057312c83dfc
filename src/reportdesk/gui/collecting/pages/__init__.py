"""What the window 汇总 shows: its units at the left; a unit, the sum, problems and likeness at the right."""
