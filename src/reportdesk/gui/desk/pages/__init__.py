"""The pages of a report, one for each tab: the basics, and each section with what stands around its words."""
