"""Checks of marks: which one, where, and what stands beside it."""
