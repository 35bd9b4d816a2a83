"""Checks of repetition and broken-off text."""
