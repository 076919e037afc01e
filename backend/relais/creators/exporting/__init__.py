"""People as a table for a spreadsheet: read in batches, one line each, and readable by our own import."""
