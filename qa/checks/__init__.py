"""The checks: one file holds one check with its documentation and its examples.

Folders group them by what they look at: typography, punctuation, casing, spelling, fluency, numbers, consistency,
markup, untranslated; names and grammar follow.
"""
