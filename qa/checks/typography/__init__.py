"""Checks of characters and blanks."""
