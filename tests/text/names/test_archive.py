"""The sums of an archive are the same for any order and grouping of its documents."""

from collections import Counter
from dataclasses import replace
from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from qa.core.document import Document, Segment
from qa.engine.run import analyse
from qa.text.names.archive.blocking import is_near
from qa.text.names.archive.state import _FEW_SPELLINGS, EXAMPLES, DocumentNames, NameArchive, NameCount, document_names
from qa.text.names.fold import name_key
from qa.text.names.statistics import pair_statistics, statistics_of
from qa.text.names.uses import name_uses

FORMS = ["Lenk", "Lenck", "Marlow", "Marlowe", "Saltera", "Tveit", "Tveït"]
WORDS = ["<dara", "<olof", ">harbour", "^minister", "~von der"]


def analyses_of(text: str):
    return analyse(Document("a.txt", "a.txt", "text", (Segment("1", text, "en"),)))


@st.composite
def documents(draw: st.DrawFn) -> DocumentNames:
    forms = draw(st.lists(st.sampled_from(FORMS), unique=True, max_size=5))
    names = []
    for form in sorted(forms):
        words = draw(st.dictionaries(st.sampled_from(WORDS), st.integers(1, 3), max_size=3))
        flat = tuple(item for pair in sorted(words.items()) for item in pair)
        names.append(NameCount(form, draw(st.integers(1, 4)), draw(st.integers(0, 4)), draw(st.integers(0, 1)), flat))
    pairs = [(one, two, draw(st.integers(0, 2)), 0, 0) for one in sorted(forms) for two in sorted(forms) if one < two]
    date = draw(st.sampled_from(["", "2026-01-02", "2026-03-01", "2025-12-31"]))
    feed = draw(st.sampled_from(["", "north", "south"]))
    return DocumentNames(draw(st.text("abc", max_size=3)), date, feed, tuple(names), tuple(pairs))


@given(st.lists(documents(), max_size=12), st.randoms())
def test_any_partition_in_any_order_gives_the_same_archive(parts: list[DocumentNames], random) -> None:
    whole = NameArchive.of(parts)
    shuffled = random.sample(parts, len(parts))
    groups = [[] for _ in range(random.randint(1, 4))]
    for document in shuffled:
        random.choice(groups).append(document)
    archives = [NameArchive.of(group) for group in groups]
    assert reduce(NameArchive.merge, archives, NameArchive()) == whole


@given(*[st.lists(documents(), max_size=4)] * 3)
def test_merging_is_associative_and_leaves_the_other_alone(one, two, three) -> None:
    second, third = NameArchive.of(two), NameArchive.of(three)
    left = NameArchive.of(one).merge(second).merge(third)
    right = NameArchive.of(one).merge(NameArchive.of(two).merge(third))
    assert left == right
    assert (second, third) == (NameArchive.of(two), NameArchive.of(three))


@given(st.lists(documents(), max_size=10))
def test_sums_are_those_of_counting_anew(parts: list[DocumentNames]) -> None:
    archive = NameArchive.of(parts)
    assert archive.documents == len(parts)
    mentions = Counter()
    for document in parts:
        for name in document.names:
            mentions[name.written] += name.mentions
    assert {form: tally.mentions for form, tally in archive.tallies.items()} == dict(mentions)
    for form, tally in archive.tallies.items():
        having = [document for document in parts if form in {name.written for name in document.names}]
        assert tally.documents == len(having)
        assert tally.examples == tuple(sorted({document.label for document in having})[:EXAMPLES])
        dates = [document.date for document in having if document.date]
        assert (tally.first, tally.last) == (min(dates, default=""), max(dates, default=""))


def test_an_archive_of_one_document_says_what_the_document_says() -> None:
    texts = analyses_of(
        "Minister Dara Lenk met Olof Tveit. Lenk praised Tveit, and Dara Lenck of Ostrau left with the von der Marlow."
    )
    spellings = name_uses(texts)
    archive = NameArchive.of([document_names(spellings, texts, "a.txt")])
    expected = {
        form: replace(each, left=Counter(), right=Counter(), strange=0, governed=0)
        for form, each in statistics_of(spellings).items()
    }
    assert {form: tally.statistics(form) for form, tally in archive.tallies.items()} == expected
    assert archive.together("Lenk", "Lenck") == pair_statistics(spellings["Lenk"], spellings["Lenck"], texts)
    assert archive.together("Lenk", "Tveit").documents == 0


def test_pairs_of_a_document_with_many_spellings_are_found_without_comparing_all() -> None:
    syllables = [first + vowel for first in "bdfgklmnprst" for vowel in "aeiou"]
    names = [f"{one}{two}lenk".title() for one in syllables for two in ("sol", "tar", "vim", "nad", "rek")]
    text = " ".join(f"They asked {name} about it." for name in [*names, "Marlowski", "Marlovski", "Tveïtin", "Tveitin"])
    texts = analyses_of(text)
    found = document_names(name_uses(texts), texts, "a.txt")
    assert len(found.names) == len(names) + 4 > _FEW_SPELLINGS
    pairs = [pair[:2] for pair in found.pairs]
    assert {("Marlovski", "Marlowski"), ("Tveitin", "Tveïtin"), ("Basollenk", "Besollenk")} <= set(pairs)
    assert pairs == sorted(set(pairs))
    assert all(is_near(name_key(one), name_key(two)) for one, two in pairs)
