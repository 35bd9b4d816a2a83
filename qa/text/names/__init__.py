"""How names are written: folded, related to one another, looked up, counted and judged."""
