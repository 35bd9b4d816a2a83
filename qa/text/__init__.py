"""Analysis of a segment's text: words, sentences, quotations, numbers, computed once and shared by all checks."""
