"""The settings a run works with, complete and unchangeable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, cast

from qa.config.load import COMMAND_LINE, CheckSetting, MergedConfig, Sourced, read_config
from qa.config.place import Origin, did_you_mean
from qa.config.schema import DEFAULT_PROFILE, FailOn, checked_option
from qa.core.category import Severity
from qa.core.check import Check, Status


class Membership(NamedTuple):
    """Whether a check is switched on, why, and whether the user asked for it by name."""

    on: bool
    reason: str
    explicit: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run works with; made by `settle` or `load_settings`, the plain constructor gives the bare defaults.

    lang, source_lang: BCP 47 tags, None where each document tells. select: ids of exactly the checks to run, empty for
    the profile's. min_confidence: 0 to 1. fail_on: mildest severity that fails a run; `minor` unless set, because a
    finding is worth a look unless it is neutral, which MQM gives no points. jobs: processes, 0 for one per core.
    enabled, severities, options: what was set for single checks, by id. plugins, baseline, decisions,
    house_list, index: files.
    """

    profile: str = DEFAULT_PROFILE
    lang: str | None = None
    source_lang: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    min_confidence: float = 0.9
    fail_on: FailOn = FailOn.MINOR
    jobs: int = 1
    enabled: Mapping[str, bool] = field(default_factory=dict)
    severities: Mapping[str, Severity] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    plugins: tuple[Path, ...] = ()
    baseline: Path | None = None
    decisions: Path | None = None
    house_list: Path | None = None
    index: Path | None = None
    text_field: str | None = None
    source_field: str | None = None
    id_field: str | None = None
    doc_field: str | None = None
    encoding: str | None = None
    extends: Path | None = None

    def membership(self, check: type[Check]) -> Membership:
        """Whether `check` is switched on, by the strongest rule that speaks of it.

        In this order: removed checks are off; `ignore`; `select`; `[checks.<id>] enabled`; the profile's own choice;
        deprecated checks are off; preview checks are off unless `preview` is set.
        """
        if check.status is Status.REMOVED or check.id in self.ignore:
            return Membership(False, "removed" if check.status is Status.REMOVED else "ignored")
        if self.select:
            chosen = check.id in self.select
            return Membership(chosen, "selected" if chosen else "not selected", chosen)
        if check.id in self.enabled:
            on = self.enabled[check.id]
            return Membership(on, "enabled" if on else "disabled", on)
        return self._by_default(check)

    def _by_default(self, check: type[Check]) -> Membership:
        if self.profile not in check.profiles:
            return Membership(False, f"not in profile {self.profile}")
        if check.status is Status.DEPRECATED:
            return Membership(False, "deprecated")
        if check.status is Status.PREVIEW and not self.preview:
            return Membership(False, "preview")
        return Membership(True, f"profile {self.profile}")


def load_settings(
    checks: Mapping[str, type[Check]],
    overrides: Mapping[str, object] | None = None,
    *,
    directory: Path | None = None,
    config_file: Path | None = None,
    given_by: str = COMMAND_LINE,
) -> Settings:
    """`read_config` and `settle` in one, for callers whose checks are known already.

    Where configured plugins bring checks, read first, discover with `MergedConfig.plugins`, then settle.
    """
    merged = read_config(overrides, directory=directory, config_file=config_file, given_by=given_by)
    return settle(merged, checks)


def settle(merged: MergedConfig, checks: Mapping[str, type[Check]]) -> Settings:
    """The final settings: ids and options held against the checks at hand, former ids replaced.

    Raises ConfigError for an unknown or removed check and for an option that it does not have or that does not fit.
    """
    value = {name: sourced.value for name, sourced in merged.values.items()}
    per_check = settle_checks(merged, checks)
    options: dict[str, dict[str, object]] = {}
    for (check, option), sourced in per_check.items():
        if option not in ("enabled", "severity"):
            options.setdefault(check, {})[option] = sourced.value
    return Settings(
        profile=str(value["profile"]),
        lang=_text(value["lang"]),
        source_lang=_text(value["source_lang"]),
        select=_identities(merged.values["select"], checks),
        ignore=_identities(merged.values["ignore"], checks),
        preview=bool(value["preview"]),
        min_confidence=float(cast("float", value["min_confidence"])),
        fail_on=FailOn(str(value["fail_on"])),
        jobs=cast("int", value["jobs"]),
        enabled={check: bool(found.value) for (check, name), found in per_check.items() if name == "enabled"},
        severities={
            check: Severity(str(found.value)) for (check, name), found in per_check.items() if name == "severity"
        },
        options=options,
        plugins=merged.plugins,
        baseline=_path(value["baseline"]),
        decisions=_path(value["decisions"]),
        house_list=_path(value["house_list"]),
        index=_path(value["index"]),
        text_field=_text(value["text_field"]),
        source_field=_text(value["source_field"]),
        id_field=_text(value["id_field"]),
        doc_field=_text(value["doc_field"]),
        encoding=_text(value["encoding"]),
        extends=_path(value["extends"]),
    )


def settle_checks(merged: MergedConfig, checks: Mapping[str, type[Check]]) -> dict[tuple[str, str], Sourced]:
    """The settings of single checks by check id and option, each with its last source."""
    settled: dict[tuple[str, str], Sourced] = {}
    for setting in merged.checks:
        if setting.check not in checks and setting.origin.label.startswith("profile "):
            continue  # a profile may speak of checks that a smaller registry, as in tests, does not hold
        check = find_check(setting.check, checks, _heading(setting))
        if setting.option:
            value = checked_option(check, setting.option, setting.value, setting.origin)
            settled[check.id, setting.option] = Sourced(value, setting.origin)
    return settled


def find_check(name: str, checks: Mapping[str, type[Check]], origin: Origin) -> type[Check]:
    """The check with that id or former id; raises ConfigError with the nearest id."""
    by_name = {alias: check for check in checks.values() for alias in check.aliases} | dict(checks)
    if name not in by_name:
        raise origin.error(f"unknown check “{name}”{did_you_mean(name, by_name) or ' (qa checks lists them)'}", name)
    if by_name[name].status is Status.REMOVED:
        raise origin.error(f"check “{name}” was removed; take it out", name)
    return by_name[name]


def _heading(setting: CheckSetting) -> Origin:
    """The place of a check's table rather than of the option in it."""
    return Origin(setting.origin.label, setting.origin.file, setting.origin.keys[:2])


def _identities(sourced: Sourced, checks: Mapping[str, type[Check]]) -> tuple[str, ...]:
    names = cast("Iterable[str]", sourced.value)
    return tuple(dict.fromkeys(find_check(name, checks, sourced.origin).id for name in names))


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _path(value: object) -> Path | None:
    return None if value is None else Path(str(value))
