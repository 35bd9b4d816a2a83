"""Of two findings at one place, that of a check which yields to the other's is not shown."""

from __future__ import annotations

from qa.config import Settings
from qa.core.document import Document, Segment
from qa.engine.checker import Checker

TEXT = "The mayor of Lenkograd spoke. In Lenkograd it rained, and Lenkogard was dark."


def shown(text: str, *checks: str) -> list[str]:
    document = Document("a.txt", "a.txt", "plain", (Segment("1", text, "en"),))
    found = Checker(Settings(lang="en", select=checks)).check(document)
    return [finding.check for finding in found.findings]


def test_a_finding_stands_where_no_other_check_says_more() -> None:
    assert shown(TEXT, "inconsistent-name", "mixed-script-word") == ["inconsistent-name"]


def test_the_check_that_says_more_is_shown_alone() -> None:
    mixed = TEXT.replace("Lenkogard", "Lenkogr\u0430d")  # a Cyrillic letter
    assert shown(mixed, "inconsistent-name") == ["inconsistent-name"]
    assert shown(mixed, "inconsistent-name", "mixed-script-word") == ["mixed-script-word"]
