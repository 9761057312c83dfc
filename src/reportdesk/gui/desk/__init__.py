"""The open report on the screen: its tabs and pages, the lines around them, and the first screen."""
