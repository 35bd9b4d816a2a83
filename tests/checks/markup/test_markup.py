"""What examples cannot say of the markup checks: brackets at the end of a mark, whole Markdown texts, length."""

import time

import pytest

from qa.checks.markup.escaped_character import EscapedCharacter
from qa.checks.markup.footnote_debris import FootnoteDebris
from qa.checks.markup.leftover_entity import LeftoverEntity
from qa.checks.markup.leftover_placeholder import LeftoverPlaceholder
from qa.checks.markup.leftover_tag import LeftoverTag
from qa.checks.markup.stray_markdown import StrayMarkdown
from qa.checks.markup.stray_wiki_markup import StrayWikiMarkup
from qa.core.check import Example
from qa.core.fix import apply_edits
from qa.testing import document_of, run_check

CHECKS = (
    EscapedCharacter,
    FootnoteDebris,
    LeftoverEntity,
    LeftoverPlaceholder,
    LeftoverTag,
    StrayMarkdown,
    StrayWikiMarkup,
)


def found(check, text):
    return [finding.text for finding in run_check(check, document_of(Example(text)))]


@pytest.mark.parametrize("note", ["[INSERT CITY]", "[YOUR NAME]", "[object Object]", "[insert name here]", "[TODO]"])
def test_notes_in_brackets(note):
    assert found(LeftoverPlaceholder, f"He was born in {note} in 1950.") == [note]


@pytest.mark.parametrize("text", ["[Your] turn", "[Date] and [name]", "[the mayor]", "$40 {about €37}", "100%sure"])
def test_lawful_brackets(text):
    assert found(LeftoverPlaceholder, f"He said {text} on Monday.") == []


def test_an_escaped_tag_is_one_finding():
    text = "The mayor resigned &lt;b class=&quot;x&quot;&gt;today&lt;/b&gt;."
    assert found(LeftoverTag, text) == ["&lt;b class=&quot;x&quot;&gt;", "&lt;/b&gt;"]
    assert found(LeftoverEntity, text) == []


def test_a_text_in_markdown_is_left_alone():
    assert found(StrayMarkdown, "\n\n".join(f"## Day {day}\n\nIt **rained**." for day in range(9))) == []


@pytest.mark.parametrize("piece", "<|<a b=c |&amp;|{{a|[a](|**a |\\n|<!--|[|%(|__A|&".split("|"))
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_time_grows_with_length(check, piece):
    started = time.process_time()
    found(check, piece * 3000)
    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("The mayor of [[Ostrau]] resigned.", "The mayor of Ostrau resigned."),
        ("She studied [[law of the sea|law]] in Ostrau.", "She studied law in Ostrau."),
        ("The bridge is closed.[[File:Bridge.jpg|thumb|The bridge]]", "The bridge is closed."),
        ("[[东京都|东京]]的天气很好。", "东京的天气很好。"),
    ],
)
def test_wiki_links_are_found_and_resolved(text: str, fixed: str) -> None:
    (finding,) = run_check(StrayWikiMarkup, document_of(Example(text)))
    assert apply_edits(text, finding.fixes[0].edits) == fixed


@pytest.mark.parametrize(
    "text", ["The list [[1, 2], [3, 4]] has two rows.", "The first is x[[0]].", "“[[T]he mayor] left.”"]
)
def test_double_brackets_that_are_no_links(text: str) -> None:
    assert found(StrayWikiMarkup, text) == []
