"""The names of a source text and of its translation, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from qa.core.span import Span
from qa.text.names.fold import fold
from qa.text.names.source.romanise import CASED, script_of
from qa.text.scan import Words, words_of

if TYPE_CHECKING:
    from qa.text.analysis import Analysis
    from qa.text.lexicon import Lexicon

FEWEST_LETTERS = 4
"""Shorter words resemble too many others to be told apart by their letters."""
_MOSTLY_NAME = 0.9
_HYPHENS = re.compile("[-‑]")
_POSSESSIVE = re.compile("['’]s?$")
_INITIAL = 2
"""Letters up to which a word is an initial or a preposition."""
_INITIAL_GAPS = frozenset({".", ". ", ".\u00a0"})
_OPENERS = frozenset(".!?…:;\n\"“”„«»‘'—–(-")


class Unit(NamedTuple):
    """A piece of the translation with the piece of the source that it renders.

    text: the segment. span: the piece's characters in the segment. source: the piece of the source. lang: its language.
    """

    text: Analysis
    span: Span
    source: str
    lang: str


class SourceWord(NamedTuple):
    """A capitalised word of the source, or a part of one between hyphens.

    form: in small letters. written: as it stands. opens: whether it opens a sentence, so that its capital proves
    nothing. beside: the other capitalised words of its run, in small letters.
    """

    form: str
    written: str
    opens: bool
    beside: frozenset[str]


class TargetWord(NamedTuple):
    """A word of the translation that may be (part of) a name.

    text, span: where it stands, without a possessive 's. folded: its bare letters. before, after: folded capitalised
    words beside it in the same run.
    """

    text: Analysis
    span: Span
    folded: str
    before: str | None = None
    after: str | None = None

    @property
    def written(self) -> str:
        """The characters at the place."""
        return self.span.of(self.text.text)


def units(texts: Sequence[Analysis], lang: str | None = None) -> Iterator[Unit]:
    """The segments with a source; paragraph by paragraph where both sides have as many.

    Args:
        texts: The segments of a document.
        lang: Language of the source where a segment names none; without one a segment is left out.
    """
    for text in texts:
        source = text.segment.source
        tag = text.segment.source_lang or lang
        if not source or not tag:
            continue
        code = re.split("[-_]", tag.lower(), maxsplit=1)[0]
        lines = [line for line in source.splitlines() if line.strip()]
        spans = [Span(*match.span()) for match in re.finditer(r"\S[^\n]*", text.text)]
        if len(lines) == len(spans) > 1:
            for line, span in zip(lines, spans, strict=True):
                yield Unit(text, span, line, code)
        else:
            yield Unit(text, Span(0, len(text.text)), source, code)


def source_words(source: str) -> list[SourceWord]:
    """The capitalised words of a source in Latin, Cyrillic or Greek letters, in order, no all-capitals."""
    words = words_of(source)
    found = []
    for run in _runs(source, words):
        opens = not run.start or any(c in _OPENERS for c in source[words.ends[run.start - 1] : words.starts[run.start]])
        for at in run:
            beside = frozenset(
                words.lower[other] for other in run if other != at and len(words.lower[other]) > _INITIAL
            )
            parts = _HYPHENS.split(words.texts[at])
            found += [
                SourceWord(part.lower(), part, opens and at == run.start, beside)
                for part in parts
                if len(part) >= FEWEST_LETTERS and part[0].isupper() and not part.isupper()
            ]
    return found


def _runs(source: str, words: Words) -> Iterator[range]:
    """Capitalised words in a row with nothing but a blank between, or a full stop after an initial."""
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and words.texts[end][0].isupper() and script_of(words.texts[end]) in CASED:
            gap = source[words.ends[end - 1] : words.starts[end]] if end > start else " "
            if gap != " " and not (gap in _INITIAL_GAPS and len(words.texts[end - 1]) == 1):
                break
            end += 1
        if end > start:
            yield range(start, end)
        start = max(end, start + 1)


def target_words(text: Analysis) -> list[TargetWord]:
    """The words of a translation that may be names, parts of hyphenated words apart; no ordinary words."""
    found = []
    words, lexicon = text.words, text.lexicon
    for mention in text.mentions:
        first, last = mention.words
        for at in range(first, last):
            before = fold(words.texts[at - 1]) if at > first and words.texts[at - 1][0].isupper() else None
            after = fold(_bare(words.texts[at + 1])) if at + 1 < last and words.texts[at + 1][0].isupper() else None
            found += [
                TargetWord(text, span, fold(span.of(text.text)), before, after)
                for span in _parts(words.texts[at], words.starts[at])
                if is_name_like(span.of(text.text), lexicon)
            ]
    return found


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word)


def _parts(word: str, start: int) -> Iterator[Span]:
    """The parts of a word between hyphens, the last without a possessive ending."""
    for match in re.finditer("[^-‑]+", _bare(word)):
        yield Span(start + match.start(), start + match.end())


def is_name_like(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is written like a name and is no ordinary word."""
    folded = fold(word)
    if len(folded) < FEWEST_LETTERS or not word[0].isupper() or word.isupper() or not folded.isalpha():
        return False
    lower = word.lower()
    if lexicon.is_function_word(lower):
        return False
    if lexicon.is_dictionary_word(lower):
        share = lexicon.capital_share(lower)
        return share is not None and share >= _MOSTLY_NAME
    return True
