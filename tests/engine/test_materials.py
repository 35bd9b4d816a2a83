"""What a run hands its checks beside the texts."""

import pickle
from pathlib import Path

import pytest

from qa.config import Settings
from qa.core.category import Category
from qa.core.check import Check, Need
from qa.core.materials import NO_MATERIALS, Materials
from qa.engine.materials import load_materials
from qa.engine.plan import Skip, make_plan
from qa.engine.registry import Registry
from qa.engine.signature import signature
from qa.errors import ConfigError
from qa.text.names.house_list import HouseList


class NeedyWord(Check):
    """Cannot do without the list."""

    id = "needy-word"
    category = Category.TERMBASE
    needs = frozenset({Need.HOUSE_LIST})


class WishfulWord(Check):
    """Is better with the list."""

    id = "wishful-word"
    category = Category.TERMBASE
    wants = frozenset({Need.HOUSE_LIST})


class PlainWord(Check):
    """Knows nothing of lists."""

    id = "plain-word"
    category = Category.SPELLING


REGISTRY = Registry({check.id: check for check in (NeedyWord, WishfulWord, PlainWord)})
LIST = HouseList.of(["Ostrau"])


def test_every_material_is_a_need() -> None:
    assert {Need(name) for name in Materials.names()} <= set(Need)


def test_a_check_that_needs_a_material_waits_for_it() -> None:
    plan = make_plan(REGISTRY, Settings())
    assert [check.id for check in plan.checks] == ["wishful-word", "plain-word"]
    assert plan.skipped == (Skip("needy-word", "needs a list of names (the setting house_list, or --house-list)"),)
    assert make_plan(REGISTRY, Settings(), materials=Materials(LIST)).skipped == ()


def test_only_what_a_check_declares_is_handed_to_it() -> None:
    needy, wishful, plain = make_plan(REGISTRY, Settings(), materials=Materials(LIST)).checks
    assert needy.materials.house_list is wishful.materials.house_list is LIST
    assert plain.materials == NO_MATERIALS


def test_materials_travel_with_their_checks() -> None:
    plan = pickle.loads(pickle.dumps(make_plan(REGISTRY, Settings(), materials=Materials(LIST))))
    assert plan.checks[0].materials.house_list == LIST


def test_the_signature_tells_materials_that_are_made_use_of() -> None:
    def signed(materials: Materials, **given) -> str:
        settings = Settings(**given)
        return signature(settings, REGISTRY, make_plan(REGISTRY, settings, materials=materials))["materials"]

    assert signed(NO_MATERIALS) == "-"
    assert signed(Materials(LIST)) == f"house_list={LIST.digest}"
    assert signed(Materials(LIST), select=("plain-word",)) == "-"


def test_the_list_is_read_from_the_file_that_settings_name(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_bytes("\ufeffpreferred,forbidden\r\nOstrau,Ostrava\r\n".encode())
    found = load_materials(Settings(house_list=path)).house_list
    assert found is not None
    assert found.preferred("Ostrava") == "Ostrau"
    assert load_materials(Settings()) == NO_MATERIALS


@pytest.mark.parametrize(
    ("content", "line", "what"),
    [(b"preferred\nOstr\xe4u\n", 2, "not UTF-8"), (b"Ostrau\n", 1, "must be the header"), (None, None, "cannot read")],
)
def test_a_file_that_cannot_be_used_is_told(tmp_path: Path, content: bytes | None, line: int | None, what: str) -> None:
    path = tmp_path / "names.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ConfigError) as caught:
        load_materials(Settings(house_list=path))
    assert (caught.value.where, caught.value.line) == (str(path), line)
    assert what in caught.value.what
