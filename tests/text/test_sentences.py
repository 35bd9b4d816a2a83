"""Sentence borders."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.core.document import Block, Role
from qa.core.span import Span
from qa.text.blocks import infer_blocks
from qa.text.sentences import split_sentences


def split(text: str, lang: str = "en") -> list[str]:
    return [sentence.span.of(text) for sentence in split_sentences(text, infer_blocks(text, Role.BODY), lang)]


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(list(" .?!…\"'”»)\nAa1。“"))), max_size=60))
def test_sentences_lie_in_blocks_and_cover_them(text: str) -> None:
    blocks = infer_blocks(text, Role.BODY)
    sentences = split_sentences(text, blocks, "en")
    end = 0
    for sentence in sentences:
        assert blocks[sentence.block].span.contains(sentence.span)
        assert sentence.span.start >= end
        assert not text[end : sentence.span.start].strip()
        assert sentence.span.of(text) == sentence.span.of(text).strip() != ""
        assert sentence.span.of(text).endswith(sentence.end_mark)
        end = sentence.span.end
    assert not text[end:].strip()


@pytest.mark.parametrize(
    "text",
    [
        "He came.| She left.",
        "Mr. Brown met Gen. Miller and Dr. J. K. Green.| They talked.",
        "N. Petrova paints.| A. A. Milne wrote.",
        "It was sold in the U.S.| The buyer is unknown.",
        "The U.S. Senate voted on H.R. 12 today.",
        "Room No. 5 is closed.| See p. 7 and Vol. II for more.",
        "Did he say no.| Nobody knows.",
        "They met at 5 p.m. Monday in the hall.| It was cold.",
        "It ends at 5 p.m.| The doors close then.",
        "Smith v. Jones is old, i.e. Nobody cites it.",
        "Prices rose 3.5 percent.| They fell in 2019.| 35 shops closed.",
        "Really?!| Yes!| Wait...| What?",
        "He waited... and left.",
        "“Go!” he said.| “Now.”| They went.",
        '"Stop!" John Smith said.| "Why?"| Nothing moved.',
        "He called it “over.”| Then he called it “done”.| Good.",
        "(It was late.)| They slept.",
        "It works.[1]| It lasts.",
        "Bought by other states.|Bloomberg reported it.",
        "He reads Lenta.ru and writes Node.js code at Booking.com every day.",
        "The sale ended. and nobody came.",
        "He was in the city of. , then home.",
        "New roads. »| And also new boats.",
        "It rained in the 1930's.| People left.",
        "SPRINGFIELD, D.C. - The mayor left.",
        "He said: Do it; Then go.",
        "1. Open the box.| Close it.",
        "The company, Boats Inc. Limited, closed.| Boats Inc.| It closed.",
        "He came in.| Peter left.",
    ],
)
def test_english(text: str) -> None:
    assert split(text.replace("|", "")) == [part.strip() for part in text.split("|")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Er kam am 3. Mai.| Der 2. Wagen hielt, z. B. hier.| „Nein.“| Dr. Braun ging."),
        ("fr", "« Oui. »| M. Durand arrive.| Il dit : « Non ! »| Puis rien."),
        ("es", "¿Quién es?| ¡Vamos!| El Sr. Pérez llegó."),
        ("ru", "Об этом пишет А. С. Белов.| Он уехал в 2019 г. в город."),
        ("zh", "他说：“你好。”|然后走了。|今天天气很好！|我们去吧？"),
        ("ja", "「行こう。」と言った。|彼は去った。"),
        ("hi", "यह एक वाक्य है।| यह दूसरा है।"),
        ("ar", "هل هذا صحيح؟| نعم هذا صحيح."),
    ],
)
def test_other_languages(lang: str, text: str) -> None:
    assert split(text.replace("|", ""), lang) == [part.strip() for part in text.split("|")]


def test_end_mark_and_role() -> None:
    text = "A quiet week\nHe said “no.” Then (why?!) he left"
    sentences = split_sentences(text, infer_blocks(text, Role.BODY), "en")
    assert [(sentence.role, sentence.block, sentence.end_mark) for sentence in sentences] == [
        (Role.TITLE, 0, ""),
        (Role.BODY, 1, ".”"),
        (Role.BODY, 1, ""),
    ]


def test_given_blocks_are_respected() -> None:
    text = "One. Two. Three"
    blocks = (Block(Span(0, 9), Role.CELL), Block(Span(10, 15), Role.CELL))
    assert [sentence.block for sentence in split_sentences(text, blocks, "en")] == [0, 0, 1]
