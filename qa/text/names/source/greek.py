"""Latin spellings of Greek letters: ELOT 743 (2nd edition, 2001) and ISO 843:1997, with the press's English habits."""

from __future__ import annotations

import unicodedata
from functools import cache

from qa.text.names.source.lattice import Lattice, Table, lattice, read_table

_TABLE = """
α a
β v | b
γ g gh | y
γγ ng gg
γκ gk g ngk nk | ng
γξ nx
γχ nch nkh
δ d dh
ε e
ζ z
η i e
θ th
ι i | y j
κ k c
λ l
μ m
μπ mp b mb
ν n
ντ nt d nd
ξ x ks
ο o
π p
ρ r | rh
σ s
ς s
τ t
υ y i u
φ f ph
χ ch h kh
ψ ps
ω o
αυ av af au
ευ ev ef eu
ηυ iv if
ου ou u
οι oi i e
αι ai e ae
ει ei i
τζ tz j dz
τσ ts ch
"""


@cache
def _table() -> Table:
    return read_table(_TABLE)


def greek(word: str) -> Lattice:
    """Latin spellings of a Greek word in any case, accented or not."""
    bare = "".join(letter for letter in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(letter))
    return lattice(bare, _table())
