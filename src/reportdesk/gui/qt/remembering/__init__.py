"""What is remembered from one time to the next: windows and choices, files used last and where they are."""
