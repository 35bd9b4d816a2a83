"""Measures the checker on labelled text: precision, false alarms, recall, speed. Not part of the installed package."""
