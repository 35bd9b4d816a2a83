"""`qa config`: the settings in effect, each with its origin."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qa.apps.cli import options as shared

if TYPE_CHECKING:
    from qa.config import Effective


@click.command("config", short_help="Show the settings in effect and where each comes from.")
@click.option("--all", "everything", is_flag=True, help="Also settings of single checks that nobody changed.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of qa.toml, for editors, and nothing else.")
@click.option(
    "--format",
    "-f",
    "form",
    type=shared.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="Table for people or JSON for programs.",
)
@shared.checking_options
@shared.fail_on_option
@shared.jobs_option
def command(everything: bool, schema: bool, form: str, config_file: Path | None, **given: Any) -> None:
    """Show the settings in effect and where each comes from.

    Settings come from the profile, then files named by `extends`, then the nearest qa.toml or [tool.qa] in
    pyproject.toml, then the command line; give the options of `qa check` to see what they change.
    """
    from qa.config import explain_settings, json_schema  # noqa: PLC0415 - `qa config --help` does without
    from qa.report.display import visible  # noqa: PLC0415
    from qa.report.record import json_line  # noqa: PLC0415

    asked = shared.request(given, config_file)
    if schema:
        click.echo(json_line(json_schema(asked.registry.checks), indent=2))
        return
    rows = explain_settings(asked.merged, asked.registry.checks, relative_to=Path.cwd())
    if not everything:
        selecting = next(row.origin for row in rows if row.name == "select")
        rows = [row for row in rows if not _is_quiet(row, selecting)]
    if form == "json":
        records = [{"name": row.name, "value": _plain(row.value), "origin": row.origin, "doc": row.doc} for row in rows]
        click.echo("[" + ",\n".join(map(json_line, records)) + "]")
        return
    shown = [(row.name, visible(_text(row.value)), visible(row.origin)) for row in rows]
    widths = [max(len(row[column]) for row in shown) for column in range(2)]
    for name, value, origin in shown:
        click.echo(f"{name:<{widths[0]}}  {value:<{min(widths[1], 40)}}  {origin}")


def _is_quiet(row: Effective, selecting: str) -> bool:
    """Whether a row tells of a check what nobody set, or only that others were selected (by `selecting`)."""
    if not row.name.startswith("checks."):
        return False
    usual = row.origin == "default" or row.origin.startswith("profile ")
    return usual or (row.value is False and row.origin == selecting)


def _plain(value: object) -> object:
    """A value as JSON has it."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


def _text(value: object) -> str:
    """A value as TOML has it; a dash where nothing is set."""
    if value is None:
        return "-"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return "[" + ", ".join(_text(item) for item in value) + "]"
    return str(value) if isinstance(value, int | float) else f'"{value}"'
