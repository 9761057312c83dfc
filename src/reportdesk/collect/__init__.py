"""Many reports into one: a folder of files, a roster, what counts, the sum, and what is told of it."""
