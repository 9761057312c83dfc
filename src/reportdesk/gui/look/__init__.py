"""How everything looks: theme, style sheet, icons."""
