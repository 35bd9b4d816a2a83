"""Checks of the form of single words."""
