"""`qa index`: the names of an archive in a file, to be judged together with later articles."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from qa.apps.cli import options as shared
from qa.apps.cli.collecting import (
    Collecting,
    date_field_option,
    feed_field_option,
    inputs_of,
    lang_option,
    progress_option,
)
from qa.apps.cli.main import CLEAN, UsageFailure
from qa.apps.cli.output import require_folder


@click.command("index", short_help="Keep the names of an archive in a file.")
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The index to make, such as archive.qaidx.",
)
@click.option("--update", is_flag=True, help="Add to the index if it is there already.")
@click.option(
    "--info",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Tell what is in an index, and whether it is sound.",
)
@shared.config_option
@lang_option
@date_field_option
@feed_field_option
@shared.jobs_option
@progress_option
@shared.reading_options
def command(paths: tuple[str, ...], config_file: Path | None, **given: Any) -> int:
    """Keep the names of an archive in a file, so that it need not be read again.

    `qa names --index FILE` judges new articles together with it. A document is known by its record's id, else by its
    path: with --update one that is in the index already is not counted twice, and one that has changed takes the place
    of its old version. Ctrl-C keeps what was read; the same command again goes on from there.
    """
    if given["info"] is not None:
        if paths or given["output"]:
            raise UsageFailure("--info FILE stands alone; leave the paths and --output out")
        return _tell(given["info"])
    output = given["output"]
    if output is None:
        raise UsageFailure("where to? name the index with --output FILE")
    inputs = inputs_of(paths, output)
    require_folder(output)
    if output.exists() and not given["update"]:
        raise UsageFailure(f"{output} is there already; --update adds to it, or choose another name")
    asked = shared.request(given, config_file)
    from qa.engine.name_index_writer import index_writer  # noqa: PLC0415 - help does without

    collecting = Collecting(asked, given, inputs)
    with index_writer(output, update=given["update"]) as writer:
        collecting.run(writer.add)
    parts = [f"{writer.new:,} new", f"{writer.changed:,} changed", f"{writer.same:,} as before"]
    if writer.foreign:
        parts.append(f"{writer.foreign:,} not in English")
    if collecting.interrupted:
        parts.append("stopped before the end")
    click.echo(f"{output}: documents: {', '.join(parts)}")
    return collecting.status()


def _tell(path: Path) -> int:
    """The facts about an index on standard output."""
    from qa.engine.name_index import VERSION, ArchiveIndex  # noqa: PLC0415

    index = ArchiveIndex(path)
    counts = index.counts()
    rows = {
        "documents": f"{counts['documents']:,} ({index.documents:,} in English)",
        "spellings": f"{counts['spellings']:,}",
        "near pairs in one document": f"{counts['pairs']:,}",
        "updated": f"{index.meta['updated']} by qa {index.meta['version']}",
        "format": str(VERSION),
        "size": f"{path.stat().st_size / 2**20:,.1f} MiB",
    }
    for name, value in rows.items():
        click.echo(f"{name:<27} {value}")
    return CLEAN
