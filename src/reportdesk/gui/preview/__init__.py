"""The report as it will stand on paper: laid out in points, painted on the screen, printed."""
