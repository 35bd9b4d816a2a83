"""`qa decide`: an editor's decision on spellings of names, written down."""

from __future__ import annotations

from pathlib import Path

import click

from qa.apps.cli import options as shared
from qa.apps.cli.main import CLEAN, UsageFailure


@click.command("decide", short_help="Decide whether spellings are one name, once and for all.")
@click.argument("decision", type=shared.Choice(["same", "other", "style", "prefer"]))
@click.argument("forms", nargs=-1, required=True, metavar="FORM FORM...")
@click.option("--prefer", metavar="FORM", help="The spelling to use, for decisions same and style.")
@click.option(
    "--decisions",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The file to write to; by default the one that the configuration names.",
)
@shared.config_option
def command(
    decision: str, forms: tuple[str, ...], prefer: str | None, decisions: Path | None, config_file: Path | None
) -> int:
    r"""Decide whether spellings are one name, once and for all.

    \b
    qa decide same Belusov Belousov     one name: all but one spelling are errors
    qa decide other Hansen Hanson       different names: never join them
    qa decide style Kyiv Kiev           one name, both spellings are lawful
    qa decide prefer Lenk Lenck Lengk   one name, to be spelt as the first says

    Full names may differ in one word, which is what is decided on: qa decide other "Dara Lenk" "Dara Lenck" is a
    decision on Lenk and Lenck. The decision is added to a file of JSON lines, made for version control; a later one on
    the same spellings wins.
    """
    from qa.engine.name_decisions import add_name_decision, name_decision_entry  # noqa: PLC0415 - help does without

    if decision == "prefer":
        if prefer is not None:
            raise UsageFailure("decision prefer takes the spelling to use as its first FORM; leave --prefer out")
        prefer = forms[0]
    path = decisions or shared.request({}, config_file).settings.decisions
    if path is None:
        raise UsageFailure("where to? name the file with --decisions FILE, or set decisions in qa.toml")
    entry = name_decision_entry(decision, forms, prefer)  # type: ignore[arg-type]  # one of the four, click saw to it
    try:
        add_name_decision(path, entry)
    except OSError as error:
        raise UsageFailure(f"cannot write {path} ({error.strerror}); check its folder and rights") from error
    click.echo(f"{path}: {decision}: {', '.join(forms)}" + (f"; write {prefer}" if prefer else ""))
    return CLEAN
