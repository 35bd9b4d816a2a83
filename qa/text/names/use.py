"""What stands beside a name word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from qa.core.span import Span
from qa.text.names.fold import fold, name_key
from qa.text.names.gazetteer import gazetteer
from qa.text.names.runs import BLANKS, MOST_PARTICLES, NO_NAMES, PARTICLES, NamePlace
from qa.text.names.titles import is_rank, is_role

if TYPE_CHECKING:
    from qa.text.analysis import Analysis

_FOREIGN = frozenset(
    "de la le les las los el del della di da das dos du des der den dem die und et il gli em na pour avec ein eine im"
    " auf aus mit zur zum sur dans une un con por para van het een voor op te og af".split()
)
_GOVERNING = frozenset(
    "to of by from with for about against at on in under after before according quotes quoted quoting cites cited told"
    " reports".split()
)
_FEWEST_LETTERS_OF_STRANGE = 4


class Use(NamedTuple):
    """One occurrence of a spelling.

    text: ordinal of the segment. word: ordinal in its words. span: code points, without a possessive 's and an Arabic
    article. sentence: running number in the document. before, after: the folded name words beside it in the same name
    ("" for none); titles are passed over, and initials where a longer name stands farther out. first, last: the folded
    outermost words of that name, before it and after it ("" where it is that word itself). title: the rank or role
    in front of it. left, right: the words beside it that are no function words, in small letters, names or not.
    particle: small words joined to it in front ("von der"). proven: its capital is not owed to the start of a sentence,
    a quotation or a heading. part: it is one part of a word with hyphens. foreign: a word of another language
    stands beside it. strange: that, or a capitalised word that neither English nor a name list has. governed: a preposition or a word of quoting stands before it ("according to Tarskova").
    """

    text: int
    word: int
    span: Span
    sentence: int
    before: str = ""
    after: str = ""
    first: str = ""
    last: str = ""
    title: str = ""
    left: str = ""
    right: str = ""
    particle: str = ""
    proven: bool = True
    part: bool = False
    foreign: bool = False
    strange: bool = False
    governed: bool = False


def use_at(place: NamePlace) -> Use:
    """The use at a place."""
    text, at = place.text, place.run[place.number]
    run = [at] if place.part else place.run
    before, title = _before(text, run, run.index(at))
    after = _after(text, run, run.index(at))
    return Use(
        text=text.ordinal,
        word=at,
        span=place.span,
        sentence=place.sentence,
        before=before[0] if before else "",
        after=after[0] if after else "",
        first=before[-1] if len(before) > 1 else "",
        last=after[-1] if len(after) > 1 else "",
        title=title,
        left=_beside(text, at - 1),
        right=_beside(text, at + 1),
        particle=_particle(text, at),
        proven=place.proven,
        part=place.part,
        foreign=_is_beside(text, at, _is_foreign),
        strange=_is_beside(text, at, _is_strange),
        governed=at > 0 and text.words.lower[at - 1] in _GOVERNING,
    )


def _before(text: Analysis, run: Sequence[int], place: int) -> tuple[list[str], str]:
    """The name words in front of word `place` of a name, the nearest first, and the title in front of it.

    An initial stands for a name where there is no other; words such as "Then" at the start of a sentence are none.
    """
    lower, texts = text.words.lower, text.words.texts
    title = initial = ""
    names: list[str] = []
    for earlier in reversed(run[:place]):
        word = lower[earlier]
        if len(word) == 1:
            initial = word
        elif is_rank(word):
            title = title or word
        elif word not in NO_NAMES and not text.lexicon.is_usually_lower(word):
            names.append(fold(texts[earlier]))
    start = run[0]
    if not title and start and is_role(lower[start - 1]) and _is_blank_between(text, start - 1):
        title = lower[start - 1]
    return names or [initial] * bool(initial), title


def _after(text: Analysis, run: Sequence[int], place: int) -> list[str]:
    """The name words behind word `place` of a name, the nearest first."""
    words = [text.words.texts[later] for later in run[place + 1 :]]
    return [name_key(word.removesuffix("'s").removesuffix("’s")) for word in words if len(word) > 1]


def _particle(text: Analysis, at: int) -> str:
    """The small words joined to word `at` in front."""
    return " ".join(text.words.lower[_particles_from(text, at) : at])


def _beside(text: Analysis, at: int) -> str:
    """The word at `at` in small letters, unless it is a function word or a mark stands between."""
    words = text.words
    if not 0 <= at < len(words):
        return ""
    word = words.lower[at].removesuffix("'s")
    return "" if text.lexicon.is_function_word(word) or not word.isalpha() else word


def _particles_from(text: Analysis, first: int) -> int:
    """Ordinal of the first of the particles that stand directly before word `first`."""
    at = first
    while at and first - at < MOST_PARTICLES and text.words.lower[at - 1] in PARTICLES - {"of"}:
        if not text.words.texts[at - 1][0].islower() or not _is_blank_between(text, at - 1):
            break
        at -= 1
    return at


def _is_blank_between(text: Analysis, at: int) -> bool:
    return text.text[text.words.ends[at] : text.words.starts[at + 1]] in BLANKS


def _is_beside(text: Analysis, at: int, is_so: Callable[[Analysis, int], bool]) -> bool:
    """Whether a word that `is_so` stands beside word `at`, with nothing but a blank between."""
    words = text.words
    for beside in (at - 1, at + 1):
        if 0 <= beside < len(words):
            first, second = sorted((at, beside))
            if text.text[words.ends[first] : words.starts[second]] in BLANKS and is_so(text, beside):
                return True
    return False


def _is_foreign(text: Analysis, at: int) -> bool:
    """Whether a word is a small word of another language, or one without capital that English does not have."""
    word = text.words.lower[at]
    if not text.words.texts[at].islower():
        return False
    return word in _FOREIGN or not (text.lexicon.is_word(word) or text.lexicon.is_function_word(word))


def _is_strange(text: Analysis, at: int) -> bool:
    """Whether a word is foreign, or neither English nor a name list has it."""
    word = text.words.lower[at]
    if _is_foreign(text, at):
        return True
    if text.lexicon.is_word(word) or text.lexicon.is_function_word(word):
        return False
    return len(word) >= _FEWEST_LETTERS_OF_STRANGE and word.isalpha() and not gazetteer().knows(fold(word))
