"""A word with a blank inside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Need
from qa.core.finding import Evidence, Finding
from qa.core.fix import Applicability, replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis
    from qa.text.lexicon import Lexicon
    from qa.text.scan import Words

_BLANKS = frozenset({" ", "\u00a0"})
_KNOWN = 3.0
_SHORTEST = 6
# Prefixes that are often set apart with a blank on purpose or stand for themselves; a wrong blank there says little.
_PREFIXES = frozenset(
    "anti ante pre post multi inter intra micro macro mid non semi sub super ultra pro ex re un de co".split()
)


class SplitWord(Check):
    """A blank stands inside a word, so that one of its halves is no word.

    What it flags:
        "govern ment", "adminis tration": two neighbours of which at least one is unknown by itself and which together
        make a known word.

    Why it matters:
        It is never right. It comes from line breaks and from the pieces that machine translation puts words together
        from.

    When it is wrong:
        Where a name or a foreign word meets a neighbour by chance. Prefixes set apart ("non governmental") and words
        that stand more often in the text by themselves are left alone.

    Sources:
        MQM, error type “Whitespace”; the lexicon's counts (see its notes).
    """

    id = "split-word"
    category = Category.WHITESPACE
    severity = Severity.MINOR
    confidence = 0.95
    languages = ENGLISH
    needs = frozenset({Need.WORDS, Need.LEXICON})
    fixable = Fixable.ALWAYS
    messages = {"split": "Blank inside “{word}”"}
    bad = (
        "The [[govern ment->government]] resigned in May.",
        "The [[govern ment's->government's]] plan failed.",
        "Nobody in the [[adminis tration->administration]] had read it.",
        "She was asked for an [[expla nation->explanation]] by the court.",
    )
    good = (
        "The government resigned in May.",
        "The non governmental groups met in the town hall.",
        "They may be late, and some times are hard.",
        "Ment is a town in the hills.",
        "He plays per se for nobody, vis à vis the court.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        words, lexicon = text.words, text.lexicon
        seen = set()
        for half in text.uncounted:
            if len(half) < 2 or not half.removesuffix("'s").isalpha() or half in _PREFIXES:
                continue
            # A half with a capital is nearly always a name; the other half shows the few that are not.
            for ordinal in [ordinal for ordinal in words.index[half] if words.texts[ordinal].islower()]:
                for first in (ordinal - 1, ordinal):
                    whole = _whole(text.text, words, first, lexicon)
                    if whole is None or first in seen:
                        continue
                    seen.add(first)
                    span = Span(words.starts[first], words.ends[first + 1])
                    yield self.finding(
                        segment,
                        span,
                        "split",
                        fixes=[replace(span, whole, Applicability.SUGGEST)],
                        evidence=[Evidence("lexicon", f"“{half}” is in no word list, “{whole}” is")],
                        word=whole,
                    )


def _whole(prose: str, words: Words, first: int, lexicon: Lexicon) -> str | None:
    """The word that two neighbours make when joined; None if they make none, or may be words themselves."""
    second = first + 1
    if first < 0 or second >= len(words) or prose[words.ends[first] : words.starts[second]] not in _BLANKS:
        return None
    left, right = words.texts[first], words.texts[second]
    whole = left + right
    right = right.replace("’", "'").removesuffix("'s")
    if len(whole) < _SHORTEST or not right.islower() or (not left[1:].islower() and len(left) > 1):
        return None
    if left.lower() in _PREFIXES or min(len(left), len(right)) < 2 or lexicon.frequency(whole) < _KNOWN:
        return None
    unknown = [part for part in (left, right) if not lexicon.is_word(part)]
    return whole if unknown and not (left[0].isupper() and left in unknown and len(left) < 3) else None
