"""Whether two spellings of an archive are one name, from their letters and from what stands between them.

The letters are judged by `qa.text.names.relation`, as if both spellings were equally likely to be one name or two;
among the near spellings of an archive most are two names, which the prior says. What stands beside them is weighed by
`qa.text.names.archive.evidence`, which knows how rare it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import exp, log
from types import MappingProxyType
from typing import Literal

from qa.text.lexicon import Lexicon
from qa.text.names.fold import fold
from qa.text.names.gazetteer import gazetteer
from qa.text.names.relation import RelationKind, relate
from qa.text.names.statistics import PairStatistics, SpellingStatistics

_PRIOR = -3.5
_LEAST_SCORE = 0.1
_MOST_SCORE = 0.98
_SAME_SENTENCE, _EXPLAINED, _OTHER_INITIAL = -0.8, -2.0, -2.0
_FOLDED = 0.95
_FEW = 3
"""Documents of the commoner spelling below which letters alone prove nothing."""
_USUALLY_SMALL = 0.8
_STRAIGHT = str.maketrans("’ʼ‑", "''-")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_LATIN, _LOOK_ALIKES = re.compile("[A-Za-z]"), re.compile("[\u0370-\u052f]")
_IN_WORDS = MappingProxyType(
    {
        RelationKind.ROMANISATION: "the letters differ as in two ways to write one sound",
        RelationKind.SLIP: "the letters differ as after a slip of typing",
        RelationKind.OTHER_NAME: "both are names of one place",
    }
)


@dataclass(frozen=True, slots=True)
class ArchiveOpinion:
    """Whether two spellings are one name. odd: the one less established. reasons: sentences for people."""

    probability: float
    outcome: Literal["error", "style"]
    odd: str
    main: str
    reasons: tuple[str, ...] = ()


def archive_opinion(one: SpellingStatistics, two: SpellingStatistics, pair: PairStatistics) -> ArchiveOpinion | None:
    """How likely both are one name; None where their letters alone say that they are two."""
    main, odd = sorted((one, two), key=lambda side: (-side.documents, -side.mentions, side.written))
    if one.key == two.key:
        if one.written.translate(_STRAIGHT) == two.written.translate(_STRAIGHT):
            return None  # curly beside straight apostrophes are no matter of names
        return ArchiveOpinion(
            _FOLDED, "style", odd.written, main.written, ("only accents, capitals or hyphens differ",)
        )
    if not _is_worth_judging(one, two, pair):
        return None
    relation = relate(one.written, two.written)
    if relation.score < _LEAST_SCORE:
        return None
    score = min(relation.score, _MOST_SCORE)
    odds = _PRIOR + log(score / (1 - score)) + _context(one, two, pair)
    mixed = [side.written for side in (one, two) if _has_two_alphabets(side.written)]
    reasons = tuple(f"“{written}” has letters of two alphabets" for written in mixed)
    reasons += (_IN_WORDS[relation.kind],) if relation.kind in _IN_WORDS and not mixed else ()
    return ArchiveOpinion(1 / (1 + exp(-odds)), _outcome(one, two, relation.kind), odd.written, main.written, reasons)


def _is_worth_judging(one: SpellingStatistics, two: SpellingStatistics, pair: PairStatistics) -> bool:
    """Whether anything but letters can speak for one name, and neither side is plainly something else.

    Two rare spellings from different documents with nothing in common are two names more often than not.
    """
    common = one.before.keys() & two.before.keys() or one.after.keys() & two.after.keys() or one.titles & two.titles
    if not common and not pair.documents and max(one.documents, two.documents) < _FEW:
        return False
    if _is_made_from(one, two) or _is_made_from(two, one):
        return False
    if gazetteer().is_demonym(one.key) != gazetteer().is_demonym(two.key):
        return False
    return not (is_ordinary(one.written) and is_ordinary(two.written))


def _is_made_from(one: SpellingStatistics, two: SpellingStatistics) -> bool:
    """Whether the first is made from the second: a part of a compound ("Ostrau-born"), or a longer ending."""
    parts = one.written.replace("‑", "-").split("-")
    if len(parts) > 1 and two.key in map(fold, parts):
        return True
    return one.key.startswith(two.key) and len(one.key) - len(two.key) > 1


def _has_two_alphabets(written: str) -> bool:
    """Whether Latin letters stand beside Greek or Cyrillic ones, most of which look the same."""
    return not written.isascii() and bool(_LATIN.search(written) and _LOOK_ALIKES.search(written))


def is_ordinary(written: str) -> bool:
    """Whether a word is written small outside names and headings ("Defence")."""
    lexicon = Lexicon.for_language("en")
    lower = written.lower()
    share = lexicon.capital_share(lower)
    known = lexicon.is_dictionary_word(lower) or lexicon.is_function_word(lower)
    return known and (share is None or share < _USUALLY_SMALL)


def _context(one: SpellingStatistics, two: SpellingStatistics, pair: PairStatistics) -> float:
    odds = _OTHER_INITIAL if one.key[0] != two.key[0] else 0.0
    odds += _SAME_SENTENCE if pair.same_sentence else 0.0
    return odds + (_EXPLAINED if pair.adjacent or pair.glossed else 0.0)


def _outcome(one: SpellingStatistics, two: SpellingStatistics, kind: RelationKind) -> Literal["error", "style"]:
    """Style where both are lawful: two names of a place, “oe” for “ö”, two spellings of one name in English prose."""
    lexicon = Lexicon.for_language("en")
    in_use = min(lexicon.frequency(one.written), lexicon.frequency(two.written)) > 0
    umlauts = fold(one.written.lower().translate(_UMLAUTS)) == fold(two.written.lower().translate(_UMLAUTS))
    lawful = umlauts or kind is RelationKind.OTHER_NAME or (in_use and gazetteer().shares_item(one.key, two.key))
    return "style" if lawful else "error"
