"""Checks that compare forms over a whole document."""
