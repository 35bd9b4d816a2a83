"""`python -m benchmarks run DATA` prints every figure; `python -m benchmarks judge DATA` collects verdicts."""

from __future__ import annotations

import argparse
import datetime as dt
import shlex
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import development, judgements, names, names_archive, names_source, precision, sets, speed
from benchmarks.checker import Checker, CheckerError, Claim
from benchmarks.matching import Verdict

HERE = Path(__file__).parent
PARTS = ("development", "clean", "precision", "speed")
NAMES = "names"
NAME_PAIRS = "name-pairs"
NAMES_SOURCE = "names-source"
NAMES_ARCHIVE = "names-archive"
EVERY_PART = (*PARTS, NAMES, NAME_PAIRS, NAMES_SOURCE, NAMES_ARCHIVE)
RIVALS = ("harper", "proselint", "pofilter")
COLD_WORDS = 1400


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one of the two commands; 2 for data or a checker that cannot be used."""
    options = parser().parse_args(arguments)
    try:
        command = judge if options.command == "judge" else run
        return command(options)
    except (sets.DataError, CheckerError, ValueError, OSError) as error:
        print(f"benchmarks: {error}", file=sys.stderr)
        return 2


def parser() -> argparse.ArgumentParser:
    """The options of both commands."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("data", type=Path, help="folder with mqm/, broken_news/ and text/")
    common.add_argument("--qa", default="qa", help="the checker's command (default: qa)")
    common.add_argument("--qa-options", default="", help="further options of `qa check`, quoted as one argument")
    common.add_argument("--profile", action="append", help="profile, may be repeated (default: news)")
    common.add_argument("--words", type=int, default=1_000_000, help="words of edited prose (default: 1000000)")
    common.add_argument("--seed", type=int, default=1, help="seed of all samples (default: 1)")
    common.add_argument("--judgements", type=Path, default=HERE / "judgements.tsv")
    top = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    commands = top.add_subparsers(dest="command", required=True)
    measuring = commands.add_parser("run", parents=[common], help="measure and print all figures")
    every = ", ".join(EVERY_PART)
    measuring.add_argument("--only", default=",".join(PARTS), help=f"parts, comma-separated, of {every}")
    measuring.add_argument("--precision", type=Path, default=HERE / "precision.tsv", help="where precision goes")
    measuring.add_argument("--date", default=dt.datetime.now(tz=dt.UTC).date().isoformat())
    measuring.add_argument("--rounds", type=int, default=3, help="rounds of the speed comparison (default: 3)")
    measuring.add_argument("--speed-words", type=int, default=400_000, help="words of the speed text (default: 400000)")
    measuring.add_argument("--rivals", type=Path, help="folder made by rivals.sh: one environment for each rival")
    measuring.add_argument("--archive-articles", type=int, default=10_000, metavar="N",
                           help="names-archive: measure N and 2N articles (default: 10000)")  # fmt: skip
    measuring.add_argument("--archive-jobs", type=int, default=2, help="names-archive: processes (default: 2)")
    for name in RIVALS:
        measuring.add_argument(f"--{name}-python", type=Path, help=f"interpreter of {name}'s environment")
    judging = commands.add_parser("judge", parents=[common], help="list unjudged claims, or record verdicts on them")
    judging.add_argument("--check", action="append", help="only claims of this check; may be repeated")
    judging.add_argument("--dataset", action="append", help="only claims on this set; may be repeated")
    judging.add_argument("--per-check", type=int, default=20, help="claims listed for each check (default: 20)")
    judging.add_argument("--record", type=argparse.FileType(encoding="utf-8"), metavar="FILE",
                         help="read lines `KEY right|wrong|arguable NOTE` (- is standard input)")  # fmt: skip
    judging.add_argument("--judge", default="", help="who judges; required with --record")
    return top


def run(options: argparse.Namespace) -> int:
    """Prints the asked parts; `precision` also writes its file."""
    parts = parts_of(options.only)
    print_names(options, parts)
    if not set(parts) & set(PARTS):
        return 0
    profiles = options.profile or ["news"]
    known = judgements.read_judgements(options.judgements)
    rows: list[tuple[str, ...]] = []
    for profile in profiles:
        rows += print_profile(options, parts, profile, known)
    if "precision" in parts:
        precision.update(options.precision, rows, profiles)
        print(f"written: {options.precision}\n", flush=True)
    if "speed" in parts:
        print_speed(options, make_checker(options, profiles[0]))
    return 0


def print_profile(
    options: argparse.Namespace, parts: Sequence[str], profile: str, known: judgements.Judgements
) -> list[tuple[str, ...]]:
    """Prints the asked parts of one profile; gives the rows for the file of precisions."""
    sets_run = make_run(options, profile, known)
    print(f"profile {profile}\n")
    if "development" in parts:
        for make in (development.planted_table, development.news_table, development.rated_table):
            print(make(sets_run).render(), flush=True)
    if "clean" in parts:
        for table in development.clean_tables(sets_run):
            print(table.render(), flush=True)
    if "precision" not in parts:
        return []
    tallies, words = development.tally(sets_run)
    print(precision.table(tallies, profile, words).render(), flush=True)
    raised = {judgements.key_of(text, claim) for text, claim, _ in sets_run.labelled}
    print(f"judgements on claims that were raised: {len(known.keys() & raised)} of {len(known)}\n")
    return precision.tsv_rows(tallies, profile, words, options.date, sets.digest(options.data))


def parts_of(wanted: str) -> list[str]:
    """The parts asked for, comma-separated.

    Raises:
        ValueError: There is no such part.
    """
    parts = [part for part in wanted.split(",") if part]
    unknown = sorted(set(parts) - set(EVERY_PART))
    if unknown:
        raise ValueError(f"no such part: {', '.join(unknown)}; parts are {', '.join(EVERY_PART)}")
    return parts


def print_name_pairs(data: Path) -> None:
    """How pairs of names are told apart; asks the library, not the checker's command."""
    from benchmarks import name_pairs  # noqa: PLC0415 - reads the name tables

    for table in name_pairs.pair_tables(data):
        print(table.render(), flush=True)


def print_names(options: argparse.Namespace, parts: Sequence[str]) -> None:
    """The parts about names that are asked for."""
    profiles = options.profile or ["news"]
    if NAMES in parts:
        for table in names.tables(options.data, make_checker(options, profiles[0]), profiles):
            print(table.render(), flush=True)
    if NAME_PAIRS in parts:
        print_name_pairs(options.data)
    if NAMES_SOURCE in parts:
        for table in names_source.tables(options.data, make_checker(options, profiles[0])):
            print(table.render(), flush=True)
    if NAMES_ARCHIVE in parts:
        with tempfile.TemporaryDirectory() as folder:
            measured = names_archive.run(
                options.archive_articles,
                options.archive_jobs,
                options.seed,
                Path(folder),
                make_checker(options, "").command,
            )
        print(measured.render(), flush=True)


def print_speed(options: argparse.Namespace, checker: Checker) -> None:
    """The comparison with the rivals, and the checker alone in a fresh process."""
    texts = sets.sample_text(options.data, options.speed_words, options.seed + 1)
    long = sets.sample_text(options.data, COLD_WORDS, options.seed + 1, size=COLD_WORDS)
    if not texts or not long:
        raise sets.DataError(f"{options.data / 'text'}: too little text for an article of {COLD_WORDS} words")
    tools, missing = speed.rivals({name: interpreter(options, name) for name in RIVALS})
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        print(speed.cold_table(checker, long[0], max(5, options.rounds), place).render(), flush=True)
        print(speed.names_table(texts, options.rounds, place).render(), flush=True)
        measured = speed.compare([speed.OwnTool(checker), *tools], texts, options.rounds, place)
        print(speed.comparison_table(measured, texts, missing).render(), flush=True)


def interpreter(options: argparse.Namespace, name: str) -> Path | None:
    """Where a rival's interpreter is: its own option, else below the folder of all rivals."""
    given: Path | None = getattr(options, f"{name}_python")
    if given is None and options.rivals is not None:
        return Path(options.rivals) / name / "bin" / "python"
    return given


def judge(options: argparse.Namespace) -> int:
    """Lists a random sample of unjudged claims for each check, or records verdicts on claims listed before."""
    known = judgements.read_judgements(options.judgements)
    profile = (options.profile or ["news"])[0]
    wanted = [
        (text, claim)
        for text, claim, verdict in make_run(options, profile, {}).labelled
        if verdict in (Verdict.UNJUDGED, Verdict.PRESUMED)
        and (not options.check or claim.check in options.check)
        and (not options.dataset or text.dataset in options.dataset)
    ]
    if options.record is not None:
        return record(options, wanted, known)
    for text, claim in judgements.sample_unjudged(wanted, known, options.per_check, options.seed):
        key = judgements.key_of(text, claim)
        print(f"{key.short}  {claim.check}  {text.dataset} {text.id} {claim.start}:{claim.end}  {claim.message}")
        print(f"    {judgements.in_context(text, claim)}")
    return 0


def record(options: argparse.Namespace, claims: Sequence[tuple[sets.Text, Claim]], known: judgements.Judgements) -> int:
    """Adds the verdicts of a file to the judgements; 2 when a line says nothing that can be used."""
    if not options.judge or "\t" in options.judge:
        raise ValueError("--record needs --judge, who gives the verdicts")
    found, refused = judgements.record(options.record, claims, options.judge)
    judgements.write_judgements(options.judgements, known | found)
    print(f"{len(found)} verdicts recorded in {options.judgements}")
    for line in refused:
        print(f"not recorded: {line}", file=sys.stderr)
    return 2 if refused else 0


def make_checker(options: argparse.Namespace, profile: str) -> Checker:
    """The checker under test."""
    return Checker(tuple(shlex.split(options.qa)), profile, tuple(shlex.split(options.qa_options)))


def make_run(options: argparse.Namespace, profile: str, known: judgements.Judgements) -> development.Run:
    """One profile on all sets."""
    checker = make_checker(options, profile)
    return development.Run(options.data, checker, options.words, options.seed, known)


if __name__ == "__main__":
    sys.exit(main())
