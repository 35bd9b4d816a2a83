"""Names: one spelling each, with its capitals, in its order, as the source and the house have it."""
