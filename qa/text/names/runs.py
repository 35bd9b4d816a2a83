"""Capitalised words that may be names, and the names of several words that they make."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from qa.core.document import Role
from qa.core.span import Span
from qa.text.names.fold import ARTICLE
from qa.text.names.titles import is_rank

if TYPE_CHECKING:
    from qa.text.analysis import Analysis
    from qa.text.lexicon import Lexicon

FEWEST_LETTERS = 3
_LONGEST_INITIALISM = 5
_FEWEST_LETTERS_OF_PART = 4
PARTICLES = frozenset(
    "of de la le las los del della di da das do dos du des der den dem van von vom zu zur ten ter bin ibn ben al el ul"
    " y e und et af av st".split()
)
MOST_PARTICLES = 3
NO_NAMES = frozenset(
    "i i'm i've i'll i'd the a an and or but of in on at to for by with from as is was it he she his her they their we"
    " our you your this that these those not no if when while after before since who which what where how why there"
    " here january february march april may june july august september october november december monday tuesday"
    " wednesday thursday friday saturday sunday".split()
)
_CONTRACTIONS = ("'ll", "'d", "'ve", "'re")
_HYPHEN = re.compile("[-‑]")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’ʼ‑-][^\W\d_]+)*")
_OPENERS = frozenset("\"“”„«‘'([•—–-:*#>")
BLANKS = frozenset({" ", "\u00a0", "\u202f"})
_STOPPED = frozenset({". ", ".\u00a0", "."})


class NamePlace(NamedTuple):
    """Where a name word stands.

    text: its segment. run: ordinals of the capitalised words that make up the name it belongs to. number: its place
    among them. span: code points, without a possessive 's and an Arabic article. sentence: running number in the
    document. proven: its capital is not owed to the start of a sentence, a quotation or a heading. part: it is one part
    of a word with hyphens.
    """

    text: Analysis
    run: Sequence[int]
    number: int
    span: Span
    sentence: int
    proven: bool
    part: bool = False


def name_places(text: Analysis, sentences_before: int = 0) -> Iterator[tuple[str, NamePlace]]:
    """Every name word of one text as written, with its place. sentences_before: those of earlier segments."""
    words = text.words
    texts, lower, starts = words.texts, words.lower, words.starts
    bounds = [sentence.span.start for sentence in text.sentences]
    initial = {bisect_left(starts, bound) for bound in bounds}
    sentence = 0
    for run in _runs(text, _may_begin_names(text), initial):
        while sentence + 1 < len(bounds) and bounds[sentence + 1] <= starts[run[0]]:
            sentence += 1
        heading = _is_heading(text, starts[run[0]])
        for number, at in enumerate(run):
            key = lower[at].removesuffix("'s")
            if key in NO_NAMES or len(key) < FEWEST_LETTERS or _is_initialism(texts[at]):
                continue
            if (
                key.endswith(_CONTRACTIONS)
                or not (key.isalpha() or _LETTERS.fullmatch(key))
                or text.lexicon.is_function_word(key)
            ):
                continue
            proven = not heading and at not in initial and not _follows_opener(text.text, starts[at])
            place = NamePlace(text, run, number, words.span(at), sentences_before + sentence, proven)
            yield from _parts(place, lower[at].endswith("'s"))


def _may_begin_names(text: Analysis) -> Sequence[int]:
    """Ordinals of the words with a capital in front, or behind an Arabic article ("al-Tarsk")."""
    words = text.words
    articles = [
        at
        for word in words.vocabulary
        if "-" in word[2:4] or "‑" in word[2:4]
        for at in words.places(word)
        if words.texts[at][0].islower() and ARTICLE.match(words.texts[at])
    ]
    return sorted([*words.capitalised, *articles]) if articles else words.capitalised


def _is_initialism(written: str) -> bool:
    """Whether a word is a short one in capitals, alone or in the plural ("OSCE", "NGOs")."""
    if not written[1:2].isupper():
        return False
    letters = written.removesuffix("'s").removesuffix("’s").removesuffix("s")
    return letters.isupper() and len(letters) <= _LONGEST_INITIALISM


def _parts(place: NamePlace, possessive: bool) -> Iterator[tuple[str, NamePlace]]:
    """The word itself without an Arabic article, and the capitalised parts of one with hyphens ("Lenk-Tveit")."""
    start, end = place.span
    end -= 2 * possessive
    written = place.text.text[start:end].replace("’", "'")
    if "-" not in written and "‑" not in written:
        yield written, place._replace(span=Span(start, end)) if possessive else place
        return
    article = ARTICLE.match(written)
    if article:
        start, written = start + article.end(), written[article.end() :]
    pieces = _HYPHEN.split(written)
    if len(pieces) == 1 or all(_may_be_part(piece, place.text.lexicon) for piece in pieces):
        yield written, place._replace(span=Span(start, end))
    if len(pieces) == 1:
        return
    for piece in pieces:
        if len(piece) >= _FEWEST_LETTERS_OF_PART and piece[0].isupper() and not piece.isupper():
            yield piece, place._replace(span=Span(start, start + len(piece)), part=True)
        start += len(piece) + 1


def _may_be_part(piece: str, lexicon: Lexicon) -> bool:
    """Whether a part of a word with hyphens may belong to a name ("Jong" and "un", not "led" nor "US")."""
    if piece[:1].isupper():
        return len(piece) > 1 and not piece.isupper()
    return 1 < len(piece) < _FEWEST_LETTERS_OF_PART and not lexicon.is_dictionary_word(piece)


def _runs(text: Analysis, capitals: Sequence[int], initial: set[int]) -> list[list[int]]:
    """The capitalised words grouped into names: joined by blanks, over particles and the full stops of initials."""
    runs: list[list[int]] = []
    last = -9
    for at in capitals:
        if runs and at not in initial and at - last <= MOST_PARTICLES + 1 and _joins(text, last, at):
            runs[-1].append(at)
        else:
            runs.append([at])
        last = at
    return runs


def _joins(text: Analysis, last: int, at: int) -> bool:
    """Whether the capitalised words `last` and `at` stand in one name."""
    words = text.words
    if words.lower[last].endswith("'s") or any(
        words.lower[between] not in PARTICLES for between in range(last + 1, at)
    ):
        return False
    for between in range(last, at):
        gap = text.text[words.ends[between] : words.starts[between + 1]]
        if gap in BLANKS:
            continue
        if gap not in _STOPPED or not (
            words.ends[between] - words.starts[between] == 1 or is_rank(words.lower[between])
        ):
            return False
    return True


def _is_heading(text: Analysis, offset: int) -> bool:
    return text.role_at(offset) in (Role.TITLE, Role.HEADING)


def _follows_opener(prose: str, start: int) -> bool:
    """Whether a mark after which a capital proves nothing stands before a word."""
    before = prose[max(0, start - 2) : start]
    return before[-1:] in _OPENERS or (before[-1:] in BLANKS and before[:1] in _OPENERS)
