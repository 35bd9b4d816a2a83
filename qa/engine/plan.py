"""Which checks run: settings and what is at hand against what each check declares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from qa.config import Settings, did_you_mean
from qa.core.check import Check, Need, Status
from qa.core.finding import Finding
from qa.core.materials import NO_MATERIALS, Materials
from qa.engine.registry import Registry
from qa.errors import ConfigError

_MISSING = {
    Need.SOURCE: "the source text (a bilingual file, a source field or a source file)",
    Need.REFERENCE: "a reference translation",
    Need.MODEL: "a model",
    Need.LEXICON: "a word list for the language",
    Need.HOUSE_LIST: "a list of names (the setting house_list, or --house-list)",
    Need.NAME_DECISIONS: "decisions on names (the setting decisions, or --decisions)",
    Need.ARCHIVE: "an index of names (the setting index, or --index)",
}
AVAILABLE: frozenset[Need] = frozenset(Need) - {Need.REFERENCE, Need.MODEL} - frozenset(map(Need, Materials.names()))
"""What every run can offer: the layers of the text, and the source wherever a document brings one along."""


class Skip(NamedTuple):
    """A check that is switched on and yet cannot run.

    explicit: whether the user asked for it by name and so should hear of it.
    """

    check: str
    reason: str
    explicit: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """The checks of a run with their options, and those left out for want of something.

    Can be sent to other processes.
    """

    checks: tuple[Check, ...]
    skipped: tuple[Skip, ...]
    settings: Settings

    def shown(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings that are sure enough, in the same order, with the severity the user gave their check.

        Of two that overlap, one whose check yields to the other's is left out.
        """
        severities = self.settings.severities
        sure = [finding for finding in findings if finding.confidence >= self.settings.min_confidence]
        return tuple(
            replace(finding, severity=severities[finding.check]) if finding.check in severities else finding
            for finding in self._without_repeats(sure)
        )

    def _without_repeats(self, findings: Sequence[Finding]) -> Iterator[Finding]:
        yields = {check.id: check.yields_to for check in self.checks if check.yields_to}
        stronger = [finding for finding in findings if any(finding.check in others for others in yields.values())]
        for finding in findings:
            others = yields.get(finding.check, frozenset())
            if not any(
                other.check in others and other.segment == finding.segment and other.span.overlaps(finding.span)
                for other in stronger
            ):
                yield finding


def make_plan(
    registry: Registry,
    settings: Settings,
    available: frozenset[Need] = AVAILABLE,
    materials: Materials = NO_MATERIALS,
) -> Plan:
    """Decide which of the registered checks run.

    available: layers this run can offer; a source is a matter of each document, so it counts as available unless the
    caller knows better. materials: handed to each check as far as it declares them; those at hand are available. A
    check that is switched on but needs something else, or does not know the language that the settings name, is
    reported in `skipped`; where no language is set, each document decides later. Raises ConfigError when settings made
    by hand name a check that does not exist.
    """
    settings = _with_current_ids(registry, settings)
    available |= frozenset(map(Need, materials.at_hand()))
    checks: list[Check] = []
    skipped: list[Skip] = []
    for check in registry.checks.values():
        member = settings.membership(check)
        if not member.on:
            continue
        reason = _obstacle(check, settings, available)
        if reason:
            skipped.append(Skip(check.id, reason, member.explicit))
        else:
            checks.append(check(settings.options.get(check.id), materials))
    return Plan(tuple(checks), tuple(skipped), settings)


def _obstacle(check: type[Check], settings: Settings, available: frozenset[Need]) -> str:
    """Why a check cannot run, in words; empty when it can."""
    missing = sorted(check.needs - available)
    if missing:
        return "needs " + " and ".join(_MISSING.get(need, need.value) for need in missing)
    if settings.lang is not None and not check.speaks(settings.lang):
        return f"does not know the language {settings.lang} (knows {', '.join(sorted(check.languages))})"
    return ""


def _with_current_ids(registry: Registry, settings: Settings) -> Settings:
    """Settings with former ids replaced; those that were read from files have none, those made by hand may."""

    def current(name: str) -> str:
        check = registry.resolve(name)
        if check is None:
            raise ConfigError(f"unknown check “{name}”{did_you_mean(name, [*registry.checks, *registry.aliases])}")
        if check.status is Status.REMOVED:
            raise ConfigError(f"check “{name}” was removed; take it out")
        return check.id

    return replace(
        settings,
        select=tuple(current(name) for name in settings.select),
        ignore=tuple(current(name) for name in settings.ignore),
        enabled={current(name): on for name, on in settings.enabled.items()},
        severities={current(name): severity for name, severity in settings.severities.items()},
        options={current(name): options for name, options in settings.options.items()},
    )
