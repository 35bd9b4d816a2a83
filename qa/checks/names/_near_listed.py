"""Names in a text that come close to one of a list and are neither it nor, as far as is known, another one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from qa.core.span import Span, any_overlap
from qa.text.names.fold import fold
from qa.text.names.gazetteer import gazetteer
from qa.text.names.keys import blocking_keys
from qa.text.names.relation import RelationKind, relate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.text.analysis import Analysis
    from qa.text.names.house_list import HouseList, HouseName
    from qa.text.names.relation import Relation

_FEWEST_LETTERS = 5
_SURE = 0.9
"""Least score of two names without anything beside them that speaks for one person."""
_SURE_WITH_COMPANION = 0.6
"""The same where the word before is that of the listed name as well."""
_LONG = 7
"""Letters from which two edits are allowed, one below."""
_KINDS = frozenset({RelationKind.SLIP, RelationKind.ROMANISATION, RelationKind.FOLD})


class Near(NamedTuple):
    """A word of a text that comes close to the last word of a listed form.

    right: that word. form: the whole listed form. same_companion: whether the word before agrees as well.
    """

    span: Span
    right: str
    form: str
    name: HouseName
    relation: Relation
    same_companion: bool


def near_names(text: Analysis, house: HouseList, taken: Sequence[Span]) -> Iterator[Near]:
    """Capitalised words of `text` that come close to a listed name, outside of the places `taken` (sorted)."""
    index, ends = house.last_words_by_key, house.by_last_word
    words = text.words
    for word in sorted(words.vocabulary):
        bare = word.removesuffix("'s")
        if len(bare) < _FEWEST_LETTERS or not bare.isalpha() or text.lexicon.is_dictionary_word(bare):
            continue
        folded = fold(bare)
        near = {
            last for key in blocking_keys(folded) for last in index.get(key, ()) if _is_close_to(folded, fold(last))
        }
        listed = sorted(form for last in near for form in ends[last])
        if not listed:
            continue
        for ordinal in words.index[word]:
            span = Span(words.starts[ordinal], words.starts[ordinal] + len(bare))
            if words.texts[ordinal][0].isupper() and not any_overlap(span, taken):
                yield from _best(text, ordinal, span, [(form, house.forms[form].name) for form in listed])


def _best(text: Analysis, ordinal: int, span: Span, listed: Sequence[tuple[str, HouseName]]) -> Iterator[Near]:
    """The listed name that a word comes closest to, if it comes close enough to one name alone."""
    written = span.of(text.text)
    if written.isupper():
        return
    before = text.words.texts[ordinal - 1] if _is_close(text, ordinal) else ""
    after = text.words.texts[ordinal + 1] if _is_close(text, ordinal + 1) else ""
    found: list[Near] = []
    for form, name in listed:
        *companions, right = form.split(" ")
        if right == written:
            return  # it is a listed word itself
        if fold(right)[0] != fold(written)[0]:
            continue
        same = bool(companions) and before == companions[-1] and not text.lexicon.is_function_word(before)
        if not same and after[:1].isupper():
            continue  # first word of a longer name, and listed ones are compared by their last words
        relation = relate(written, right)
        if _is_near(written, right, before, companions, relation, text, same=same):
            found.append(Near(span, right, form, name, relation, same))
    found.sort(key=lambda near: (-near.same_companion, -near.relation.score, near.form))
    if found and all(near.name == found[0].name or near.same_companion < found[0].same_companion for near in found):
        yield found[0]


def _is_near(
    written: str,
    right: str,
    before: str,
    companions: Sequence[str],
    relation: Relation,
    text: Analysis,
    *,
    same: bool,
) -> bool:
    if relation.kind not in _KINDS or written[0] != written[0].upper():
        return False
    if same:
        return relation.score >= _SURE_WITH_COMPANION
    if before[:1].isupper() and (companions or gazetteer().is_given(fold(before))):
        return False  # somebody else of a like name
    is_name = gazetteer().knows(fold(written)) or text.lexicon.capital_share(written) is not None
    if relation.kind is RelationKind.FOLD:  # accents that the list has and the text has not
        return written.isascii() and not right.isascii() and (bool(companions) or not is_name)
    return relation.score >= _SURE and not is_name and written[1:].islower()


def _is_close(text: Analysis, ordinal: int) -> bool:
    """Whether only a blank divides a word from the one before it."""
    words = text.words
    return 0 < ordinal < len(words) and text.text[words.ends[ordinal - 1] : words.starts[ordinal]] in (" ", "\u00a0")


def _is_close_to(one: str, two: str) -> bool:
    """Whether two folded words lie one edit apart, or two where they are long: a cheap first question."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - costs 20 ms, and few runs have a list

    most = 1 if min(len(one), len(two)) < _LONG else 2
    return OSA.distance(one, two, score_cutoff=most) <= most
