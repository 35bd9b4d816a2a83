"""The command `qa`: parses what the user typed, calls the library, picks a reporter."""
