"""Compounds of two parts in a document, by the way each is written."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from qa.checks._places import Place
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.text.analysis import Analysis
    from qa.text.lexicon import Lexicon, Writing
    from qa.text.scan import Words

_BLANKS = frozenset({" ", "\u00a0"})
_LEAST_PART = 3
# Second parts that are more often verbs or adverbs than nouns: "break through", "the sun sets", "head on".
_NO_SECOND_PART = frozenset(
    "ends sets falls rises breaks works turns drops runs stands lines lights looks marks comes goes takes makes holds"
    " ever where how what time one body thing self selves some more long like less full fold wise ward wards side"
    " mean while times way ways able ness ship's day's ing ted ion ion's all".split()
)
_NO_FIRST_PART = frozenset(
    "any every some no all what how who when where there here may can for up out in on over off down under back by to"
    " any none mean alto never not more less with an the her his its per con pro par are was has had did does our your"
    " their my he she it we you they and but nor or so as at of if be am is out through after before".split()
)
# "re-creation" and "recreation" are two words, and so are these; a hyphen after "re" or "un" may tell them apart.
_TWO_WORDS = frozenset(
    "recreation recover reform resign resent recount recollect represent repress research reserve resort resound"
    " restrain retreat reaction relay release remark remarks coop coops unionized unionised multiply prefix"
    " extraordinary recreations recounts reforms reserves resorts releases upset upsets".split()
)

_BEFORE_VERBS = frozenset("will would shall should can could must may might cannot didn't don't not won't".split())
_VERBS = frozenset("cease make break take set work play call test hand back land log draw ship mark shut".split())


class Compound(NamedTuple):
    """A place where a compound stands.

    way: how it is written. parts: lower case, the second without a plural s, which is `ending`.
    """

    place: Place
    way: Writing
    parts: tuple[str, str]
    ending: str


Parts = tuple[str, str]
_ENDINGS = ("", "s")


def hyphenated(texts: Sequence[Analysis]) -> Iterator[Compound]:
    """Words with one hyphen between two parts of letters, without a possessive 's."""
    for text in texts:
        words = text.words
        for key in [key for key in words.index if "-" in key or "‑" in key]:
            form = key.removesuffix("'s")
            first, hyphen, second = form.replace("‑", "-").partition("-")
            if not (hyphen and first.isalpha() and second.isalpha()):
                continue
            parts, ending = _singular(first, second)
            for ordinal in words.index[key]:
                span = Span(words.starts[ordinal], words.starts[ordinal] + len(form))
                yield Compound(Place(text, span, form), "hyphenated", parts, ending)


def closed(pairs: Collection[Parts], texts: Sequence[Analysis]) -> Iterator[Compound]:
    """Places where the parts of one of `pairs` are written as one word."""
    wanted = {
        f"{first}{second}{ending}": ((first, second), ending)
        for first, second in sorted(set(pairs))  # one word may come of two pairs: the same one in every run
        for ending in _ENDINGS
        if first + second + ending not in _TWO_WORDS
    }
    for possessive in ("", "'s"):
        keys = dict.fromkeys([word + possessive for word in wanted]).keys()
        for text in texts:
            words = text.words
            for key in keys & words.index.keys():
                word = key.removesuffix("'s")
                for ordinal in words.index[key]:
                    span = Span(words.starts[ordinal], words.starts[ordinal] + len(word))
                    yield Compound(Place(text, span, word), "closed", *wanted[word])


def opened(pairs: Collection[Parts], texts: Sequence[Analysis]) -> Iterator[Compound]:
    """Places where the parts of one of `pairs` are written as two words."""
    seconds: dict[str, list[str]] = {}
    for first, second in sorted(set(pairs)):
        seconds.setdefault(first, []).append(second)
    for text in texts:
        words = text.words
        for first, second in [(key, second) for key in seconds.keys() & words.index.keys() for second in seconds[key]]:
            for ending in _ENDINGS:
                for later in (second + ending, f"{second}{ending}'s"):
                    for ordinal in _neighbours(text.text, words, first, later):
                        end = words.starts[ordinal + 1] + len(second + ending)
                        place = Place(text, Span(words.starts[ordinal], end), f"{first} {second}{ending}")
                        yield Compound(place, "open", (first, second), ending)


def _singular(first: str, second: str) -> tuple[Parts, str]:
    """The parts without a plural s, and the s."""
    if second in ("ups", "ins") or (len(second) > _LEAST_PART and second[-1] == "s" and second[-2] not in "sui"):
        return (first, second[:-1]), "s"
    return (first, second), ""


def _neighbours(text: str, words: Words, first: str, second: str) -> Iterator[int]:
    """Ordinals of `first` where `second` follows after one blank, not as verb and object ("will cease fire")."""
    index, lower, starts, ends, last = words.index, words.lower, words.starts, words.ends, len(words) - 1
    if first not in index or second not in index:
        return
    # From the rarer word to the other one.
    if len(index[first]) <= len(index[second]):
        ordinals = [ordinal for ordinal in index[first] if ordinal < last and lower[ordinal + 1] == second]
    else:
        ordinals = [ordinal - 1 for ordinal in index[second] if ordinal and lower[ordinal - 1] == first]
    for ordinal in ordinals:
        before = lower[ordinal - 1] if ordinal else ""
        verb = before in _BEFORE_VERBS or (before == "to" and first in _VERBS)
        if not verb and text[ends[ordinal] : starts[ordinal + 1]] in _BLANKS:
            yield ordinal


def split_words(texts: Sequence[Analysis]) -> set[Parts]:
    """Compounds that stand as one word somewhere in the document and as two words somewhere else."""
    words: dict[str, object] = {}
    for text in texts:
        words.update(text.words.index)
    words.update(dict.fromkeys([word[:-1] for word in words if word[-1] == "s"]))
    found = set()
    for text in texts:
        lower, index = text.words.lower, text.words.index
        # One pass in C over all neighbours: which of them, joined, are words of the document?
        for word in words.keys() & map(add, lower, lower[1:]):
            for cut in range(_LEAST_PART, len(word) - _LEAST_PART + 1):
                first, second = word[:cut], word[cut:]
                if first in index and second in index and _may_be_compound((first, second), text.lexicon):
                    found.add(_singular(first, second)[0])
    return found


def _may_be_compound(parts: tuple[str, str], lexicon: Lexicon) -> bool:
    """Whether two words are the parts of the word they make when joined, not neighbours by chance."""
    forms = lexicon.compound_forms(*parts)
    if forms is not None:
        return forms.is_inconsistent("closed", "open") or parts[0] == "cyber"
    first, second = parts
    return (
        first not in _NO_FIRST_PART
        and second not in _NO_SECOND_PART
        and lexicon.is_dictionary_word(first)
        and lexicon.is_dictionary_word(second)
        and not lexicon.is_function_word(first)
        and not lexicon.is_function_word(second)
        and lexicon.is_word(first + second)
    )
