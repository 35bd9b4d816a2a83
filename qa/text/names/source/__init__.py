"""Names of the source text: how they may be spelt in Latin letters, and which name of the target renders which."""
