"""`qa checks`: the catalogue."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qa.apps.cli import options as shared
from qa.config.schema import PROFILES

if TYPE_CHECKING:
    from qa.apps.cli.options import Request
    from qa.core.check import Check


@click.command("checks", short_help="List all checks.")
@click.option(
    "--format",
    "-f",
    "form",
    type=shared.Choice(["table", "json", "md"]),
    default="table",
    show_default=True,
    help="Table for people, JSON for programs, Markdown with the whole documentation.",
)
@click.option("--profile", type=shared.Choice(PROFILES), help="Show what is on in this profile.")
@shared.config_option
def command(form: str, profile: str | None, config_file: Path | None) -> int:
    """List all checks, with what each finds and whether it is on.

    On or off is what the configuration in effect says; plugins are listed too. `qa explain ID` tells more of one.
    """
    asked = shared.request({"profile": profile}, config_file)
    checks = list(asked.registry.checks.values())
    failed = shared.tell_plugin_problems(asked.registry)
    if form == "md":
        from qa.apps.documents import checks_page  # noqa: PLC0415 - needed for this form only

        click.echo(checks_page(checks), nl=False)
    elif form == "json":
        from qa.report.record import json_line  # noqa: PLC0415

        click.echo("[" + ",\n".join(json_line(_record(asked, check)) for check in checks) + "]")
    else:
        _table(asked, checks)
    return failed


def _state(asked: Request, check: type[Check]) -> str:
    member = asked.settings.membership(check)
    if member.on:
        return "on"
    return "off" if member.reason in ("disabled", "ignored") else f"off: {member.reason}"


def _table(asked: Request, checks: list[type[Check]]) -> None:
    from qa.apps.explain import summary_of  # noqa: PLC0415
    from qa.report.display import head, visible  # noqa: PLC0415

    severities = asked.settings.severities
    rows = [
        (check.id, severities.get(check.id, check.severity).value, _state(asked, check), visible(summary_of(check)))
        for check in checks
    ]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    columns = shutil.get_terminal_size((120, 24)).columns if sys.stdout.isatty() else 0
    for row in rows:
        line = "  ".join([*(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=False)), row[3]])
        click.echo(head(line, columns) if columns else line)
    on = sum(row[2] == "on" for row in rows)
    click.echo(f"\n{len(rows)} checks, {on} on in profile {asked.settings.profile}. qa explain ID tells more of one.")


def _record(asked: Request, check: type[Check]) -> dict[str, Any]:
    from qa.apps.explain import measured_precision, summary_of  # noqa: PLC0415

    member = asked.settings.membership(check)
    return {
        "id": check.id,
        "summary": summary_of(check),
        "mqm": check.category.value,
        "its": check.category.info.its,
        "severity": asked.settings.severities.get(check.id, check.severity).value,
        "confidence": check.confidence,
        "measured": dict(measured_precision().get(check.id, {})),
        "languages": sorted(check.languages),
        "granularity": check.granularity.value,
        "needs": sorted(need.value for need in check.needs),
        "fixable": check.fixable.value,
        "status": check.status.value,
        "since": check.since,
        "profiles": sorted(check.profiles),
        "aliases": list(check.aliases),
        "on": member.on,
        "reason": member.reason,
        "options": {
            name: {
                "default": list(option.default) if isinstance(option.default, tuple) else option.default,
                "doc": option.doc,
            }
            for name, option in sorted(check.options().items())
        },
    }
