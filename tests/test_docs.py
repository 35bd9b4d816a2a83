"""The pages made from the code are fresh; `qa dev generate` writes them anew."""

from pathlib import Path

import pytest

from qa.apps.documents import pages

DOCS = Path(__file__).parents[1] / "docs"
PAGES = pages()


@pytest.mark.parametrize("name", PAGES)
def test_page_is_fresh(name: str) -> None:
    path = DOCS / name
    assert path.is_file(), "run `qa dev generate`"
    assert path.read_text(encoding="utf-8") == PAGES[name], "run `qa dev generate`"


def test_pages_are_harmless() -> None:
    for content in PAGES.values():
        assert not [char for char in content if not char.isprintable() and char != "\n"]
