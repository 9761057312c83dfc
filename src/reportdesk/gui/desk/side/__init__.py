"""What stands beside the pages: the findings, what a sum is made of, and what belongs where one stands."""
