"""“A” before a vowel sound, “an” before a consonant sound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Need
from qa.core.finding import Evidence, Finding
from qa.core.fix import Applicability, replace
from qa.text.lexicon import foreign_languages

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

# After these “a” is a letter, or the text is broken in another way.
_SMALL_WORDS = frozenset("and or if in of on is at as a an it are i".split())
_JOINED = frozenset("/-–")
# A blank comes first: "an' so on" is a way to say "and so on".
# "an' he", "o' the": speech written as it sounds.
_CLIPPED = re.compile(r"\b(?:an|o|th|wi|t|doin|goin)['’](?=\s)")
_IN_DIALECT = 0.7
_FOLLOWING = re.compile(r"[ \u00a0][ \u00a0\"“‘'«(]*([^\W_][\w'’.,-]{0,39})(?![$€£])")


class WrongIndefiniteArticle(Check):
    """“A” stands where the next word begins with a vowel sound, or “an” where it does not.

    What it flags:
        “a hour”, “an European”, “a 11-year-old”, “an university”.

    Why it matters:
        The ear stumbles; the article was often left over from another word.

    When it is wrong:
        Words that people say in two ways (“historic”, “herb”) and initialisms that may be said as words are left alone,
        and so are unknown names and foreign words.

    Sources:
        The exceptions to the rule by first letter were counted in 18 million words of English; The Chicago Manual of
        Style, section on “a” and “an”.
    """

    id = "wrong-indefinite-article"
    category = Category.GRAMMAR
    severity = Severity.MINOR
    confidence = 0.95
    languages = ENGLISH
    needs = frozenset({Need.WORDS, Need.QUOTATIONS, Need.LEXICON})
    fixable = Fixable.ALWAYS
    messages = {"sound": "“{text}” before “{word}”, which begins with a {sound} sound"}
    bad = (
        "They waited for [[a->an]] hour.",
        "She is [[an->a]] European champion.",
        "It is [[a->an]] 11-year-old ferry with [[a->an]] engine.",
        "[[A->An]] “easy” task, he said.",
        "He studied at [[an->a]] university in the north.",
    )
    good = (
        "They waited for an hour at a university.",
        "He is an MP and a European.",
        "It was a historic day; others write an historic day.",
        "Vitamin A and plan A are one thing, grade A another.",
        "A and B met in Section A on Monday.",
        "He paid a one-off fee of an 8 percent share.",
        "The group A matches are over.",
        "Choose a/an by the sound.",
        "They sent an mRNA sample and an iPhone to an MSc student.",
        "An' so the singer went to the Theater an der Wien, an MoD spokesman said, with a R$5 note.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        words = text.words
        for article in ("a", "an"):
            for place in words.places(article):
                written = words.texts[place]
                capital = written[0] == "A"
                if written == "AN" or (capital and not _opens(text.text, words.starts[place])):
                    continue
                if text.text[max(0, words.starts[place] - 1) : words.starts[place]] in _JOINED:
                    continue  # "a/an"
                following = self._following(text, words.ends[place])
                if following is None or following.lower() in _SMALL_WORDS or foreign_languages(following, shared=True):
                    continue
                if capital and following[0].isupper() and not text.lexicon.frequency(following):
                    continue  # "An Jing": a name
                expected = text.lexicon.expected_article(following)
                if expected is None or expected == article:
                    continue
                right = expected.capitalize() if capital else expected
                span = words.span(place)
                in_dialect = text.quotations.inside(span.start) and len(_CLIPPED.findall(text.text)) > 1
                yield self.finding(
                    segment,
                    span,
                    "sound",
                    confidence=_IN_DIALECT if in_dialect else None,
                    fixes=[replace(span, right, Applicability.SAFE)],
                    evidence=[Evidence("lexicon", f"“{expected} {following}” is usual")],
                    word=following if len(following) <= 30 else f"{following[:29]}…",
                    sound="vowel" if expected == "an" else "consonant",
                )

    def _following(self, text: Analysis, end: int) -> str | None:
        """The word or number after the article, if nothing but a blank and an opening mark stands between."""
        match = _FOLLOWING.match(text.text, end)
        return match[1].rstrip(".,-'’") if match else None


def _opens(text: str, start: int) -> bool:
    """Whether a capital “A” begins a sentence, so that it is the article and not a letter or a grade."""
    before = text[max(0, start - 3) : start].rstrip(" \u00a0\"“‘'«(")
    return not before or before[-1] in ".!?:\n\r…—–-"
