"""Checks of markup, placeholders and entities left in prose."""
