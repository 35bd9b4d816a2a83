"""Pairs of quotation marks and brackets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.core.document import Role
from qa.text.blocks import infer_blocks
from qa.text.quotations import Quotations, pair_quotations

MARKS = list("\"“”„«»‹›‘’'「」()[]{}:.,\n aA1s")


def pair(text: str, lang: str = "en") -> Quotations:
    return pair_quotations(text, infer_blocks(text, Role.BODY), lang)


def unmark(text: str) -> tuple[str, list[int]]:
    """The text without ‽ signs and the places of the characters after them."""
    places = []
    while "‽" in text:
        places.append(text.index("‽"))
        text = text.replace("‽", "", 1)
    return text, places


@given(st.text(alphabet=st.one_of(st.sampled_from(MARKS), st.characters()), max_size=80))
def test_any_text(text: str) -> None:
    found = pair(text)
    for pairs, unpaired, marks in (
        (found.pairs, found.unpaired, found.marks),
        (found.brackets, found.unpaired_brackets, found.bracket_marks),
    ):
        spans = [mark.span for mark in marks]
        assert spans == sorted(set(spans))
        assert list(pairs) == sorted(pairs)
        used = [span for one in pairs for span in (one.open, one.close, *one.repeats)] + [
            mark.span for mark in unpaired
        ]
        assert set(used) <= set(spans)
        assert all(one.open.end <= one.close.start for one in pairs)
    for one in found.pairs:
        assert found.inside(one.open.start)
        assert found.inside(one.close.end - 1)
    assert not found.inside(len(text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ('He said "yes" and "no".', 2),
        ("He said “yes ‘and’ no”.", 2),
        ("Don't take the players' boat, O’Brien, it's rock 'n' roll of the '90s.", 0),
        ('The board is 5\'10" long and 6" wide.', 0),
        ("„Ja“, sagte er. »Nein«, sagte sie.", 2),
        ("Il dit : « Oui » et « Non ».", 2),
        ("Han sade ”ja” och gick.", 1),
        ("「行こう」と『本』《书》", 3),
        ('The words ("boat", "net") are short.', 2),
        ('He likes "...and then" and "well..." a lot.', 2),
        ("“We came early.\n\n“We left late,” she said.", 1),
        ('"We came early.\n\nWe slept.\n\nWe left late", she said.', 1),
        ("“One.\n\n“Two.\n\n“Three.”\n\nShe left.", 1),
        ('He read the book" Boats "on the train.', 1),
        ('The "big "boat is here.', 1),
    ],
)
def test_paired(text: str, count: int) -> None:
    found = pair(text, "de" if "„" in text else "en")
    assert [mark.span.of(text) for mark in found.unpaired] == []
    assert len(found.pairs) == count


@pytest.mark.parametrize(
    "text",
    [
        'We know it.\n\nThank you all‽", the club quoted its captain.',
        "They have ‽“80 boats. nets and more.\n\nThe town is “poor,” she said.",
        "They need more power. ‽» And they need boats.",
        "They count “the nets in the harbour‽”. boats,” he said.",
        'We need ‽"warm clothes and good boots.\n\nNobody came.',
        "“One.\n\n‽“Two.\n\nShe left.",
        '"We need nets, ‽"dry clothes and boots.\n\nThe old boat leaks", said the captain.',
    ],
)
def test_unpaired(text: str) -> None:
    plain, places = unmark(text)
    assert [mark.span.start for mark in pair(plain).unpaired] == places


def test_opened_again_in_a_text_of_single_sentences() -> None:
    sentences = [
        "The captain spoke.",
        '"Now we can sail.',
        "The wind is good.",
        "The sea is calm.",
        '‽"I like it," he said.',
    ]
    plain, places = unmark("\n\n".join([*sentences, "The town was glad."]))
    assert [mark.span.start for mark in pair(plain).unpaired] == places


@pytest.mark.parametrize(
    "text",
    [
        "The mayor (in office since May) said [no] {twice}.",
        "Bring a) a boat, b) a net and 1) a map.",
        "1) Open it. 2) Close it.",
        "Good :) and bad :( and good again :-)",
        "Good )))",
        "The share lies in [0, 1) or ]0, 1[.",
        "(They came early.\n\nThey left late.)",
    ],
)
def test_brackets_in_order(text: str) -> None:
    assert pair(text).unpaired_brackets == ()


@pytest.mark.parametrize(
    "text", ["The mayor ‽(in office said no.", "The mayor in office‽) said no.", "The (old ‽[town) is here."]
)
def test_unpaired_brackets(text: str) -> None:
    plain, places = unmark(text)
    assert [mark.span.start for mark in pair(plain).unpaired_brackets] == places


def test_inside_and_repeats() -> None:
    text = "“One.\n\n“Two,” she said."
    found = pair(text)
    assert [found.inside(at) for at in (0, 5, text.index("Two"), len(text) - 1)] == [True, True, True, False]
    assert [span.start for span in found.pairs[0].repeats] == [7]


@pytest.mark.parametrize(
    "text",
    [
        # A mark behind a blank at a paragraph's end closes, whichever way it is turned.
        'He said: "We came early.\n\nWe left late. "\n\nNobody knew.',
        'He said: "We came early.\r\n\r\nWe left late. "\r\n\r\nNobody knew.',
        "“We came early. “\n\nNobody knew.",
        # Speech over two paragraphs may open and close with unlike marks.
        'He said: “We came early.\n\nWe left late."\n\nNobody knew.',
        # Two apostrophes inside a word are no quotation mark.
        "\"He went in a 'mazin'' way,\" she said.",
        'She said "We came early.\n\nWe left late."\n\nNobody knew.',
    ],
)
def test_nothing_left_over(text: str) -> None:
    assert pair(text).unpaired == ()


@pytest.mark.parametrize(
    "text",
    ["The books were called ‘un-English’ by all.", "‘’Twas late,’ he said.", "‘Anyone ’cept the mayor,’ he said."],
)
def test_single_marks_beside_elisions(text: str) -> None:
    assert [(one.open.start, one.style) for one in pair(text).pairs] == [(text.index("‘"), "single")]


@pytest.mark.parametrize(
    "text",
    ["‽“We will come, said the mayor.\n\n“It is late,” he added.", "‽“We will come, Marlow said.\n\n“Late,” he said."],
)
def test_a_quotation_ends_before_its_speaker_is_named(text: str) -> None:
    plain, places = unmark(text)
    assert [mark.span.start for mark in pair(plain).unpaired] == places
