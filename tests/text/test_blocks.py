"""Paragraphs and their roles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.core.document import Role
from qa.text.blocks import infer_blocks

BODY = "The council met on Monday and decided nothing of weight."


def roles(text: str) -> list[str]:
    return [block.role.value for block in infer_blocks(text, Role.BODY)]


@given(st.text(), st.sampled_from([Role.BODY, Role.CELL, Role.TITLE]))
def test_blocks_cover_all_but_white_space(text: str, role: Role) -> None:
    blocks = infer_blocks(text, role)
    end = 0
    for block in blocks:
        assert text[end : block.span.start].isspace() or end == block.span.start
        assert block.span.of(text) == block.span.of(text).strip() != ""
        end = block.span.end
    assert not text[end:].strip()


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\n\n", "\r\n\r\n"])
def test_every_line_of_a_news_text_is_a_block(line_end: str) -> None:
    text = line_end.join(["A quiet week in the harbour", BODY, "Boats and nets", BODY])
    assert [block.span.of(text) for block in infer_blocks(text, Role.BODY)] == text.split(line_end)
    assert roles(text) == ["title", "body", "heading", "body"]


def test_hard_wrapped_lines_are_joined() -> None:
    text = (
        "The harbour of the old town was closed for a week after the\n"
        "storm had broken the northern wall and carried away most of\n"
        "the boats that were tied up there, the mayor told reporters.\n"
        "\n"
        "Nobody was hurt. The repair will take until the beginning of\n"
        "summer and cost more than the town has put aside for it, she\n"
        "said.\n"
    )
    blocks = infer_blocks(text, Role.BODY)
    assert [block.span.of(text)[-5:] for block in blocks] == ["ters.", "said."]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Video caption: Waves beat the northern wall", "caption"),
        ("Photo by Mary Miller", "caption"),
        ("The wall after the storm - PHOTO/Townhall", "caption"),
        ("Fishermen look at the wall. Photo: Mary Miller", "caption"),
        ("Fishermen look at the wall (AP Photo/Mary Miller)", "caption"),
        ("By Mary Miller", "byline"),
        ("Published: May 5, 2021, 10:30", "byline"),
        ("12 March 2020", "byline"),
        ("Home | News | Harbour", "other"),
        ("Home » News » Harbour", "other"),
        ("* * *", "other"),
        ("Why the wall broke", "heading"),
        ("MOSCOW, May 5 (Agency) — The wall broke in the night.", "body"),
        ("Subscribe to our letter: it tells you what happened.", "body"),
        ("The mayor, who had come by boat because the road was closed, said that nobody could have known", "body"),
        ("By Monday the boats were gone.", "body"),
    ],
)
def test_role_of_a_line(line: str, role: str) -> None:
    assert roles(f"{BODY}\n{line}\n{BODY}")[1] == role


def test_lists_need_two_items_or_a_true_bullet() -> None:
    assert roles(f"{BODY}\n- a boat\n- a net\n{BODY}") == ["body", "list", "list", "body"]
    assert roles(f"{BODY}\n1. A boat.\n2. A net.\n{BODY}") == ["body", "list", "list", "body"]
    assert roles(f"{BODY}\n• A boat\n{BODY}") == ["body", "list", "body"]
    assert roles(f"{BODY}\n- Who is there? - he asked.\n{BODY}") == ["body", "body", "body"]


def test_verse() -> None:
    text = f"{BODY}\n\nThe sea is wide,\nThe boat is small,\nWe wait for tide\nBehind the wall\n\n{BODY}"
    assert roles(text) == ["body", "verse", "verse", "verse", "verse", "body"]


def test_a_single_block_is_body_unless_it_is_a_scrap() -> None:
    assert roles("The mayor promised to build a new wall") == ["body"]
    assert roles("A new wall") == ["other"]
    assert roles("") == []


def test_another_role_is_passed_on() -> None:
    assert [block.role for block in infer_blocks("One\nTwo", Role.CELL)] == [Role.CELL, Role.CELL]


def test_a_second_headline_is_a_heading() -> None:
    second = "The mayor who came by boat says that the wall of the harbour will be built again before the summer comes"
    assert roles(f"Mayor promises a wall\n{second}\n{BODY}") == ["title", "heading", "body"]
