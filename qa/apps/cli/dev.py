"""`qa dev`: chores of those who work on this package; not listed in the help."""

from __future__ import annotations

from pathlib import Path

import click

from qa.apps.cli.output import output_file


@click.group("dev", hidden=True)
def command() -> None:
    """Chores of those who work on this package."""


@command.command("generate")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True), default=Path("docs"))
def generate(folder: Path) -> None:
    """Write the pages of the documentation that are made from the code into FOLDER (docs)."""
    from qa.apps.documents import pages  # noqa: PLC0415 - imports all checks

    for name, content in pages().items():
        path = folder / name
        old = path.read_text(encoding="utf-8") if path.exists() else None
        if old != content:
            with output_file(path) as stream:
                stream.write(content.encode())
            click.echo(f"{path} written")
