"""`qa explain`: one check, with examples."""

from __future__ import annotations

from pathlib import Path

import click

from qa.apps.cli import options as shared
from qa.apps.cli.main import UsageFailure


@click.command("explain", short_help="Explain one check, with examples.")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@shared.config_option
def command(ids: tuple[str, ...], config_file: Path | None) -> int:
    """Explain what a check finds, why it matters, when it is wrong, and how sure it is.

    Examples show what is found underlined, and below what its fix makes of it.
    """
    from qa.apps.explain import explanation  # noqa: PLC0415 - `qa explain --help` does without
    from qa.config import did_you_mean  # noqa: PLC0415

    registry = shared.request({}, config_file).registry
    failed = shared.tell_plugin_problems(registry)
    found = []
    for name in ids:
        check = registry.resolve(name)
        if check is None:
            hint = did_you_mean(name, [*registry.checks, *registry.aliases])
            raise UsageFailure(f"unknown check “{name}”{hint or ' (qa checks lists them)'}")
        found.append(check)
    click.echo("\n\n".join(explanation(check) for check in found), nl=False)
    return failed
