"""Names in one document: which spellings are one name, which of them is kept, and why."""
