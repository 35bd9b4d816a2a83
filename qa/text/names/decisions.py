"""What people decided about spellings of names: same name, other name, matter of style, preferred form."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping

Verdict: TypeAlias = Literal["same", "other", "style"]
NameVerdict: TypeAlias = Literal["same", "other", "style", "prefer"]
VERDICTS: tuple[NameVerdict, ...] = get_args(NameVerdict)


class NameDecision(NamedTuple):
    """One decision.

    decision: `same` (one name, so one of them is an error), `other` (different names), `style` (one name, and both
    spellings are lawful), `prefer` (one name, to be spelt as `prefer` says). prefer: the spelling to use, None where it
    was left open.
    """

    decision: NameVerdict
    forms: tuple[str, ...]
    prefer: str | None = None


@dataclass(frozen=True, slots=True)
class NameDecisions:
    """All decisions, ready to be asked; the later of two about the same pair or form wins.

    Spellings are compared exactly as they are written: that Müller and Muller are one name may be just what was
    decided. Names are judged word by word, so a decision on full names holds for the words in which they differ as
    well (`differing_words`).
    """

    _pairs: Mapping[frozenset[str], Verdict] = field(default_factory=lambda: MappingProxyType({}))
    _preferred: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, decisions: Iterable[NameDecision]) -> NameDecisions:
        """The decisions in the order in which they were taken."""
        pairs: dict[frozenset[str], Verdict] = {}
        preferred: dict[str, str] = {}
        for decision, named, prefer in decisions:
            verdict: Verdict = "same" if decision == "prefer" else decision
            for forms, wanted in _levels(named, prefer):
                for place, one in enumerate(forms):
                    pairs.update((frozenset((one, two)), verdict) for two in forms[place + 1 :])
                for form in forms:
                    if wanted is not None:
                        preferred[form] = wanted
                    elif verdict == "other" and preferred.get(form) in forms:
                        del preferred[form]
        return cls(MappingProxyType(pairs), MappingProxyType(preferred))

    @property
    def digest(self) -> str:
        """Hash of what was decided."""
        pairs = sorted(f"{verdict}\x1f{chr(31).join(sorted(pair))}" for pair, verdict in self._pairs.items())
        forms = sorted(f"{form}\x1f{prefer}" for form, prefer in self._preferred.items())
        content = "\x1e".join((*pairs, "", *forms)).encode("utf-8", "surrogatepass")
        return hashlib.blake2b(content, digest_size=6).hexdigest()

    def __str__(self) -> str:
        """What was decided, for people, in alphabetical order."""
        pairs = sorted(f"{' and '.join(sorted(pair))}: {verdict}" for pair, verdict in self._pairs.items())
        return "; ".join((*pairs, *(f"write {form}" for form in sorted({*self._preferred.values()}))))

    def __bool__(self) -> bool:
        """Whether anything was decided."""
        return bool(self._pairs or self._preferred)

    def verdict(self, one: str, two: str) -> Verdict | None:
        """What was decided about two spellings; None where nothing was."""
        return self._pairs.get(frozenset((one, two)))

    def preferred(self, forms: Iterable[str]) -> str | None:
        """The spelling to use for a name with these forms; None where nothing, or two things, were decided."""
        chosen = {self._preferred[form] for form in forms if form in self._preferred}
        return chosen.pop() if len(chosen) == 1 else None

    @property
    def pairs(self) -> Mapping[frozenset[str], Verdict]:
        """Every pair that was decided about: what was joined by hand need not be near as strings."""
        return self._pairs

    def __reduce__(self) -> tuple[object, ...]:
        """Travel to another process, which read-only views cannot."""
        return _restored, (dict(self._pairs), dict(self._preferred))


def differing_words(forms: Sequence[str]) -> tuple[str, ...] | None:
    """The words in which the forms of a name differ, in their order: single words are such words themselves.

    None where they do not have equally many words, or differ in more than one: nothing that is said about the whole
    names can then be said about single words.
    """
    words = [form.split() for form in forms]
    if len({len(each) for each in words}) != 1:
        return None
    columns = [column for column in zip(*words, strict=True) if len(set(column)) > 1]
    return columns[0] if len(columns) == 1 else None


def _levels(named: Sequence[str], prefer: str | None) -> Iterator[tuple[tuple[str, ...], str | None]]:
    """The forms and the wanted one as decided, and the same for the words in which full names differ.

    Particles ("van", "von") are no names by themselves: nothing is said about them outside these full names.
    """
    forms = tuple(dict.fromkeys(named if prefer is None else (*named, prefer)))
    yield forms, prefer
    words = differing_words(forms)
    if words and words != forms and not all(word.islower() for word in words):
        yield words, None if prefer is None else words[forms.index(prefer)]


def _restored(pairs: dict[frozenset[str], Verdict], preferred: dict[str, str]) -> NameDecisions:
    return NameDecisions(MappingProxyType(pairs), MappingProxyType(preferred))
