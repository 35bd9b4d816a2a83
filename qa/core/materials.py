"""What a run hands its checks beside the texts: the user's list of names and the like.

A material is one field of `Materials` and one member of `qa.core.check.Need` whose value is the field's name. A check
that cannot work without a material names it in `needs`, one that is only better with it in `wants`; it reads it as
`self.materials.house_list`. What a check names in neither stays None for it. A new material takes three steps: the
field here, the member of `Need`, and the lines in `qa.engine.materials` that load it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from qa.text.names.article.memory import Archive
    from qa.text.names.decisions import NameDecisions
    from qa.text.names.house_list import HouseList


class Material(Protocol):
    """What every material offers: it cannot change, and can be sent to other processes."""

    @property
    def digest(self) -> str:
        """Hash of its content, for the signature of a run: equal where it can only lead to the same findings."""


@dataclass(frozen=True, slots=True)
class Materials:
    """The materials of a run; None: not at hand.

    house_list: the names as the house writes them. name_decisions: what people decided about spellings. archive: the
    names of earlier documents.
    """

    house_list: HouseList | None = None
    name_decisions: NameDecisions | None = None
    archive: Archive | None = None

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """The names of all materials that there can be."""
        return tuple(field.name for field in fields(cls))

    def at_hand(self) -> Mapping[str, Material]:
        """The materials that are at hand, by name."""
        found: dict[str, Material | None] = {name: getattr(self, name) for name in self.names()}
        return {name: material for name, material in found.items() if material is not None}

    def only(self, wanted: Iterable[str]) -> Materials:
        """The same without the materials that `wanted` does not name; other words in it are passed over."""
        kept = frozenset(wanted)
        return replace(self, **{name: None for name in self.names() if name not in kept})


NO_MATERIALS = Materials()
