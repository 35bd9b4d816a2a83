"""Clean news in many languages, each with its own conventions, stays silent, whether its language is named or told."""

from __future__ import annotations

from pathlib import Path

import pytest

from qa.config import load_settings
from qa.engine.checker import Checker
from qa.engine.registry import discover
from qa.read import ReadOptions, read_text
from qa.text.language import guess_language

FILES = sorted((Path(__file__).parent.parent / "languages").glob("*.txt"))
REGISTRY = discover()
SETTINGS = load_settings(REGISTRY.checks, {"profile": "news"})


def findings(text: str, lang: str | None) -> list[str]:
    result = Checker(SETTINGS, REGISTRY).check(read_text(text, ReadOptions(lang=lang)))
    return [
        f"{finding.check}: {text[max(0, finding.span.start - 20) : finding.span.end + 20]}"
        for finding in result.findings
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_clean_news_is_silent(path: Path) -> None:
    paragraphs = path.read_text(encoding="utf-8").split("\n")
    article = "\n\n".join(paragraphs)
    for lang in (path.stem, None):
        assert findings(article, lang) == []
        assert [found for paragraph in paragraphs if paragraph for found in findings(paragraph, lang)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_paragraph_tells_its_language(path: Path) -> None:
    base = path.stem.partition("-")[0]
    paragraphs = path.read_text(encoding="utf-8").splitlines()
    assert {guess_language(paragraph).partition("-")[0] for paragraph in paragraphs} == {base}
