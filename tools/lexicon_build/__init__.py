"""Counts over plain English text that the tables in ``qa/text/data`` are built from."""
