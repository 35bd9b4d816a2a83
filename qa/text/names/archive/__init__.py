"""Names over many documents: their sums, and the spellings that are one name."""
