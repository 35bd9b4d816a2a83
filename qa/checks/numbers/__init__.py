"""Checks of numbers, dates, times and currencies."""
