"""Checks of capital and small letters."""
