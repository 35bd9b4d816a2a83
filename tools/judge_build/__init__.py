"""Passages with planted name slips, from which the weights of the judge of names are learned."""
