"""Initialisms and the names they are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from string import ascii_uppercase
from typing import TYPE_CHECKING, NamedTuple

from qa.core.span import Span

if TYPE_CHECKING:
    from qa.text.analysis import Analysis

SMALL_WORDS = frozenset(
    "of the and for in on to a an at with by from de la le du des del di da von der und et y & 's".split()
)
# Initialisms of names in other languages that English texts keep, one letter off from the English name.
KEPT = frozenset(
    "FSB KGB GRU SVR FSO MVD SBU PKK YPG YPJ SDF CGT FARC ELN PRI PAN FIFA FIBA CERN DGSE DGSI BND AFD CDU CSU FDP SPD"
    " PSOE UGT CCOO CNT ANC MPLA IRGC IDF RAI RAN RAS UOC ROC KMT PLA RIC".split()
)
# Patterns start at a capital and look back from there, which is much faster than looking back at every character.
_BRACKET = re.compile(r"\((?:the )?([A-Z]{3,6})(s?)\)")
_BEFORE = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[.;:!?()\n]")
_USE = re.compile(r"[A-Z][A-Z](?<![\w.&/’'-]..)(?<!\d ..)[A-Z]{1,4}(?=s?(?![\w&/-]|\.\w))")
_NAME = re.compile(
    r"[A-Z][a-z](?<![\w-]..)(?<![A-Z] ..)[a-z]*"
    r"(?:[ -](?:(?:of|the|and|for|in)[ -]){0,2}[A-Z][a-z]+){2,5}(?![\w-]| [A-Z])"
)
# Letters that one sound is written with in two languages: Committee and "Komitet", Hockey and "Khokkey".
_ONE_SOUND = frozenset(map(frozenset, ("ck", "cs", "cz", "hk", "kq", "vw", "fp", "gh", "ij", "jy", "iy", "ey", "uw")))
_FEWEST_WORDS = 3
"""Words of a name whose initials are worth comparing."""
_LONGEST_NAME = 90
"""Characters before a bracket that are searched for the name."""


class Initialism(NamedTuple):
    """A place where an initialism stands; `letters` without a plural s."""

    span: Span
    letters: str


class Introduction(NamedTuple):
    """An initialism in brackets after its name. name: the words before it that could be meant, at most ten."""

    place: Initialism
    name: tuple[str, ...]

    @property
    def fits(self) -> bool:
        """Whether the letters are the initials of the words before them."""
        return can_stand_for(self.place.letters, self.name)

    @property
    def near(self) -> tuple[list[str], list[str]]:
        """The capitalised words right before the bracket, and those of their initials that differ by a slip."""
        name = _capitalised(self.name)
        if len(name) < _FEWEST_WORDS:
            return name, []
        letters = self.place.letters
        own = {initials(name), "".join(word[0] for word in name).upper()}
        return name, sorted(own & (one_letter_apart(letters) | in_other_order(letters)))


class NamedThing(NamedTuple):
    """A name of three or more capitalised words and the initialism one would make of it."""

    span: Span
    letters: str


def introductions(text: Analysis) -> Iterator[Introduction]:
    """Initialisms in brackets, with the words before them up to a mark or line end."""
    for match in _BRACKET.finditer(text.text):
        start = max(0, match.start() - _LONGEST_NAME)
        words: list[str] = []
        for word in _BEFORE.finditer(text.text, start, match.start()):
            if word.group()[0].isalpha():
                words.append(word.group())
            else:
                words.clear()
        yield Introduction(Initialism(Span(*match.span(1)), match[1]), tuple(words[-10:]))


def uses(text: Analysis) -> Iterator[Initialism]:
    """Words of three to six capitals, also before a plural s; those in brackets by themselves included."""
    for match in _USE.finditer(text.text):
        yield Initialism(Span(*match.span()), match.group())


def names(text: Analysis) -> Iterator[NamedThing]:
    """Runs of three to six capitalised words ("National Fitness Community")."""
    for match in _NAME.finditer(text.text):
        yield NamedThing(Span(*match.span()), initials(re.split(r"[ -]", match.group())))


def initials(words: Sequence[str]) -> str:
    """First letters of all but the small words, as capitals."""
    return "".join(word[0] for word in words if word.lower() not in SMALL_WORDS).upper()


def can_stand_for(letters: str, words: Sequence[str]) -> bool:
    """Whether `letters` are initials of the last of `words`, small words counted or not."""
    reachable = {len(letters)}
    for word in reversed(words):
        following = set()
        for left in reachable:
            if left and _begins(word, letters[left - 1]):
                following.add(left - 1)
            if word.lower() in SMALL_WORDS:
                following.add(left)
        if 0 in following:
            return True
        reachable = following
    return False


def _begins(word: str, letter: str) -> bool:
    """Whether a letter can stand for a word: its first, or X for "experimental" and the like."""
    return word[0].upper() == letter or (letter == "X" and word[:2].lower() == "ex")


def one_letter_apart(letters: str) -> frozenset[str]:
    """All initialisms of the same length with exactly one letter different."""
    return frozenset(
        letters[:at] + other + letters[at + 1 :]
        for at, letter in enumerate(letters)
        for other in ascii_uppercase
        if other != letter
    )


def sound_alike(one: str, other: str) -> bool:
    """Whether two initialisms of one length differ only in letters that one sound has in two languages."""
    pairs = [frozenset((first, second)) for first, second in zip(one.lower(), other.lower(), strict=True)]
    return all(len(pair) == 1 or pair in _ONE_SOUND for pair in pairs)


def in_other_order(letters: str) -> frozenset[str]:
    """All initialisms made by exchanging two neighbouring letters."""
    swapped = (letters[:at] + letters[at + 1] + letters[at] + letters[at + 2 :] for at in range(len(letters) - 1))
    return frozenset(swapped) - {letters}


def is_near(other: str, letters: str, own: str) -> bool:
    """Whether an initialism is not `letters`, but at most a letter away from them or from the initials `own`."""
    return other != letters and (other == own or other in one_letter_apart(letters) or other in one_letter_apart(own))


def _capitalised(before: Sequence[str]) -> list[str]:
    """The capitalised words at the end of `before`, with the small words between them."""
    name: list[str] = []
    for word in reversed(before):
        if not (word[0].isupper() and not word.isupper()) and word not in SMALL_WORDS:
            break
        name.insert(0, word)
    while name and name[0].lower() in SMALL_WORDS:
        del name[0]
    return name
