"""Checks of names: how they are written, and whether they are the right ones."""
