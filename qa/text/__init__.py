"""Analysis of a segment's text: tokens, sentences, quotations, mentions, numbers, computed once and shared by all checks."""
