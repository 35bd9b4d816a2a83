"""What examples cannot say of the typography checks: house style over segments, safe repairs, encodings, length."""

import time

import pytest

from qa.checks.typography.bidi_control import BidiControl
from qa.checks.typography.control_character import ControlCharacter
from qa.checks.typography.doubled_space import DoubledSpace
from qa.checks.typography.invisible_character import InvisibleCharacter
from qa.checks.typography.mixed_script_word import MixedScriptWord
from qa.checks.typography.mojibake import Mojibake
from qa.checks.typography.odd_space import OddSpace
from qa.checks.typography.stray_combining_mark import StrayCombiningMark
from qa.checks.typography.tripled_letter import TripledLetter
from qa.core.check import Example
from qa.core.document import Document, Segment
from qa.core.fix import apply_edits
from qa.testing import document_of, run_check

CHECKS = (
    BidiControl,
    ControlCharacter,
    DoubledSpace,
    InvisibleCharacter,
    MixedScriptWord,
    Mojibake,
    OddSpace,
    StrayCombiningMark,
    TripledLetter,
)


def findings(check, text, lang="en"):
    return run_check(check, document_of(Example(text, lang=lang)))


def test_the_house_style_of_sentence_blanks_is_that_of_the_document():
    texts = ("The rain stopped.  Doors opened.", "People came.  They stayed.  Nobody left.", "Rain fell.  It poured.")
    segments = tuple(Segment(str(number), text, lang="en") for number, text in enumerate(texts))
    assert not run_check(DoubledSpace, Document("d", "d", "jsonl", segments, lang="en"))
    single = Segment("9", "The rain stopped. Doors opened. People came. They stayed. Nobody left. Music played.")
    mixed = Document("d", "d", "jsonl", (*segments[:1], single), lang="en")
    assert [finding.segment for finding in run_check(DoubledSpace, mixed)] == ["0"]


@pytest.mark.parametrize(
    ("garbled", "encoding"),
    [
        ("café – “Zoë’s”", "cp1252"),
        ("Łódź, Dvořák, naïve", "latin-1"),
        ("Привет, мир", "latin-1"),
        ("日本語です", "latin-1"),
    ],
)
def test_mojibake_is_turned_back(garbled, encoding):
    text = "They wrote " + garbled.encode().decode(encoding, "replace") + " on the wall."
    found = findings(Mojibake, text)
    edits = [edit for finding in found for edit in finding.fixes[0].edits]
    if "\ufffd" not in text:
        assert apply_edits(text, edits) == f"They wrote {garbled} on the wall."
    assert found


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("L’été à Orléans, où l’œuvre naît ; ça va.", "fr"),
        ("AÇÃO E REAÇÃO – SÃO JOÃO, NÃO À GUERRA", "pt"),
        ("Größe, Äußerung, ÜBERMÄSSIG, „Straße“ …", "de"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy", "cs"),
        ("Þetta er íslenska með ð og æ", "is"),
        ("Tiếng Việt có nhiều dấu: ằ, ẵ, ặ", "vi"),
        ("Съешь ещё этих мягких французских булок, Рабиндранат Тагор", "ru"),
    ],
)
def test_sound_text_of_other_languages(text, lang):
    for check in CHECKS:
        if check.speaks(lang):
            assert not findings(check, text, lang), check.id


@pytest.mark.parametrize(
    "piece", ["a", " ", "a  b", "\u200b ", " \u00a0", "Ã©", "â€", "яa", "e\u0301", "\u202aא", "\x80", "ab\tcd ", "РџСЂ"]
)
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_time_grows_with_length(check, piece):
    started = time.process_time()
    findings(check, piece * 3000)
    assert time.process_time() - started < 3
