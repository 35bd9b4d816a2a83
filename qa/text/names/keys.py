"""Keys under which names are put together so that only those that share one need be compared."""

from __future__ import annotations

import re

from qa.text.names.slips import VOWELS

KEPT_LETTERS = 10
"""Letters of a name from which one is left out in turn; names longer than this differ early or not by a slip."""

# Groups of letters that romanisations write for one sound, the longest first, and the letter that stands for them.
_GROUPS = (
    ("schtsch", "S"), ("shtsh", "S"), ("chtch", "S"), ("szcz", "S"), ("shch", "S"), ("stsch", "S"), ("tsch", "C"),
    ("tch", "C"), ("sch", "S"), ("dzh", "J"), ("dsch", "J"), ("tzsch", "C"), ("tz", "C"), ("ts", "C"), ("cz", "C"),
    ("ch", "C"), ("sh", "S"), ("sz", "S"), ("zh", "S"), ("rz", "S"), ("kh", "k"), ("gh", "g"), ("ph", "f"), ("th", "t"),
    ("dj", "J"), ("dz", "J"), ("ck", "k"), ("qu", "k"), ("x", "ks"),
)  # fmt: skip
_TO_LETTER = dict(_GROUPS)
_GROUP = re.compile("|".join(sorted(_TO_LETTER, key=len, reverse=True)))
# Sounds that spellings of one name exchange: one letter a class.
_CLASSES = str.maketrans(
    "bpfvwcCkqgSszjJxdtlrmn",
    "ppfffkSkkkSSSSSkttlrmn",
)
_SILENT = re.compile("[aeiouyhj]")
_REPEATED = re.compile(r"(.)\1+")


def skeleton(folded: str) -> str:
    """The consonants of a folded form in merged classes, without repetitions; the first letter counts as a vowel `A`.

    "gerasimov" and "guerassimoff" both give "krSmf".
    """
    grouped = _GROUP.sub(lambda match: _TO_LETTER[match[0]], folded)
    first = "A" if grouped[:1] in VOWELS else ""
    return first + _REPEATED.sub(r"\1", _SILENT.sub("", grouped).translate(_CLASSES))


def bare(folded: str) -> str:
    """A folded form without vowels and repetitions."""
    return _REPEATED.sub(r"\1", "".join(letter for letter in folded if letter not in VOWELS))


def deletions(form: str) -> frozenset[str]:
    """A form and all forms with one letter left out, of its first ten letters."""
    head = form[:KEPT_LETTERS]
    return frozenset((head, *(head[:index] + head[index + 1 :] for index in range(len(head)))))


def blocking_keys(folded: str) -> frozenset[str]:
    """Keys of a folded form (blanks do not count): two spellings of one name share at least one, other names seldom do.

    One for the skeleton, one for each form with a letter left out, and the same of the form without vowels. A prefix
    keeps the three kinds apart.
    """
    form = folded.replace(" ", "")
    consonants = bare(form)
    keys = {f"d{key}" for key in deletions(form)}
    keys.add(f"s{skeleton(form)}")
    if len(consonants) > 2:
        keys.update(f"b{key}" for key in deletions(consonants))
    return frozenset(keys)
