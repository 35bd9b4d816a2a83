"""Every effective setting with its origin."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from qa.config.load import MergedConfig
from qa.config.place import Origin
from qa.config.schema import CHECKS_TABLE, KEYS
from qa.config.settings import settle, settle_checks
from qa.core.check import Check, Status


class Effective(NamedTuple):
    """One setting as it holds.

    name: its key, dotted for checks (`checks.inconsistent-name.severity`). origin: who set it: `qa.toml:3`,
    `profile news`, `command line`, `default`. doc: what it does, one line.
    """

    name: str
    value: object
    origin: str
    doc: str


def explain_settings(
    merged: MergedConfig, checks: Mapping[str, type[Check]], *, relative_to: Path | None = None
) -> list[Effective]:
    """Every effective value with its origin: settings of the top level, then of each check.

    relative_to: folder that file names are shown relative to. Raises ConfigError as `settle` does.
    """
    settings = settle(merged, checks)
    shown = [
        Effective(name, getattr(settings, name), merged.values[name].origin.shown(relative_to), key.doc)
        for name, key in KEYS.items()
    ]
    settled = settle_checks(merged, checks)
    for check in sorted(checks.values(), key=lambda check: check.id):
        if check.status is Status.REMOVED:
            continue
        prefix = f"{CHECKS_TABLE}.{check.id}"
        member = settings.membership(check)
        rows: list[tuple[str, object, str]] = [
            ("enabled", member.on, f"whether the check runs ({member.reason})"),
            ("severity", check.severity, "severity of all its findings"),
            *((name, option.default, option.doc) for name, option in sorted(check.options().items())),
        ]
        for name, value, doc in rows:
            found = settled.get((check.id, name))
            origin = found.origin if found else Origin("default")
            if name == "enabled":
                origin = _enabled_origin(merged, member.reason, origin)
            kept = found.value if found and name != "enabled" else value
            shown.append(Effective(f"{prefix}.{name}", kept, origin.shown(relative_to), doc))
    return shown


def _enabled_origin(merged: MergedConfig, reason: str, own: Origin) -> Origin:
    """Who switched a check on or off, told by the rule that decided."""
    if reason in ("enabled", "disabled"):
        return own
    if reason in ("selected", "not selected"):
        return merged.values["select"].origin
    if reason == "ignored":
        return merged.values["ignore"].origin
    profile = f"profile {merged.values['profile'].value}"
    return Origin(profile if reason.endswith(profile) else "default")
