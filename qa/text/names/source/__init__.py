"""Names of the text that was translated: how they may be spelt in Latin letters, and which name of the target is which."""
