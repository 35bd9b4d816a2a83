"""Checks of words left in another language or script."""
