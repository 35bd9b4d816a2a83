"""Speed, start-up and memory of the checker beside other tools, all in one run on the same text.

Every figure is of whole processes, one after the other, in turns (checker, rival, rival, checker, ...), so that a
change of the machine's load meets all alike; medians are shown. Words per second are per second of CPU time.
"""

from __future__ import annotations

import json
import re
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from benchmarks.checker import Checker, CheckerError, write_records
from benchmarks.sets import Text, count_words
from benchmarks.tables import Table

HERE = Path(__file__).parent
MEBIBYTE = 1024 * 1024
TINY = Text("start", "0", "It rained all day.")


@dataclass(frozen=True, slots=True)
class Usage:
    """What one process used: seconds of wall and CPU time, peak resident memory in MiB."""

    wall: float
    cpu: float
    peak_mib: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a tool wrote: number of findings and its version."""

    findings: int
    version: str


class Tool(Protocol):
    """A program that checks texts."""

    @property
    def name(self) -> str:
        """What the tool is called in tables."""

    def prepare(self, texts: Sequence[Text], folder: Path) -> Path:
        """Writes the texts in the form the tool reads."""

    def command(self, source: Path, output: Path) -> list[str]:
        """The command line; the tool's output goes to a file."""

    def outcome(self, output: Path) -> Outcome:
        """Reads the tool's output."""


@dataclass(frozen=True, slots=True)
class OwnTool:
    """The checker itself, one process, JSONL in and out."""

    checker: Checker
    name: str = "qa"

    def prepare(self, texts: Sequence[Text], folder: Path) -> Path:
        """Records, one article each."""
        write_records(texts, folder / "texts.jsonl")
        return folder / "texts.jsonl"

    def command(self, source: Path, output: Path) -> list[str]:
        """`check` with one job."""
        return self.checker.arguments(source, output)

    def outcome(self, output: Path) -> Outcome:
        """One finding a line."""
        with output.open(encoding="utf-8") as lines:
            findings = sum(1 for _ in lines)
        shown = subprocess.run([*self.checker.command, "--version"], capture_output=True, text=True, check=False)
        found = re.search(r"\d+\.\d+\S*", shown.stdout)
        return Outcome(findings, found.group() if found else "?")


@dataclass(frozen=True, slots=True)
class ScriptTool:
    """A rival with a Python interface: a small script run by the rival's own interpreter over the same records."""

    name: str
    python: Path
    script: Path

    def prepare(self, texts: Sequence[Text], folder: Path) -> Path:
        """Records, one article each."""
        write_records(texts, folder / "texts.jsonl")
        return folder / "texts.jsonl"

    def command(self, source: Path, output: Path) -> list[str]:
        """The script on the records."""
        return [str(self.python), str(self.script), str(source), str(output)]

    def outcome(self, output: Path) -> Outcome:
        """The script's summary."""
        written = json.loads(output.read_text(encoding="utf-8"))
        return Outcome(written["findings"], written["version"])


@dataclass(frozen=True, slots=True)
class PofilterTool:
    """pofilter, by its command: a unit for each paragraph, source and target alike, because it compares two texts.

    The filter `unchanged` is off, which would only report that source and target are alike.
    """

    python: Path
    name: str = "pofilter"

    def prepare(self, texts: Sequence[Text], folder: Path) -> Path:
        """A PO file; msgctxt keeps equal paragraphs apart."""
        path = folder / "texts.po"
        paragraphs = (p for text in texts for p in text.text.split("\n\n"))
        with path.open("w", encoding="utf-8") as out:
            out.write('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n')
            for number, paragraph in enumerate(paragraphs):
                unit = quoted_po(paragraph)
                out.write(f'\nmsgctxt "{number}"\nmsgid {unit}\nmsgstr {unit}\n')
        return path

    def command(self, source: Path, output: Path) -> list[str]:
        """`pofilter` from the same environment as the interpreter."""
        program = self.python.parent / "pofilter"
        return [str(program), "--language=en", "--excludefilter=unchanged", "--progress=none", str(source), str(output)]

    def outcome(self, output: Path) -> Outcome:
        """Failed tests are comments `# (pofilter) test: message`; no file means no failures."""
        text = output.read_text(encoding="utf-8") if output.exists() else ""
        ask = "import importlib.metadata as m; print(m.version('translate-toolkit'))"
        shown = subprocess.run([self.python, "-c", ask], capture_output=True, text=True, check=False)
        return Outcome(len(re.findall(r"^# \(pofilter\)", text, re.MULTILINE)), shown.stdout.strip())


@dataclass(slots=True)
class Measured:
    """All runs of one tool: on the whole text, and on one short sentence (its start-up)."""

    outcome: Outcome
    full: list[Usage] = field(default_factory=list)
    start: list[Usage] = field(default_factory=list)


def quoted_po(text: str) -> str:
    """A string in PO notation."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def rivals(pythons: dict[str, Path | None]) -> tuple[list[Tool], list[str]]:
    """The rivals whose interpreter is given and exists, and the names of the others."""
    tools: list[Tool] = []
    missing = []
    for name, python in pythons.items():
        if python is None or not python.exists():
            missing.append(name)
        elif name == "pofilter":
            tools.append(PofilterTool(python))
        else:
            tools.append(ScriptTool(name, python, HERE / "rivals" / f"{name}_run.py"))
    return tools, missing


def measure(command: Sequence[str], folder: Path) -> Usage:
    """Time and memory of one command.

    Raises:
        CheckerError: The command is missing or fails (exit status above 1).
    """
    out = folder / "usage.json"
    out.unlink(missing_ok=True)
    launcher = [sys.executable, "-I", str(HERE / "measure.py"), str(out), *command]
    done = subprocess.run(launcher, capture_output=True, text=True, check=False)
    if not out.exists():
        raise CheckerError(f"cannot start {command[0]}: {done.stderr[-500:]}")
    figures = json.loads(out.read_text(encoding="utf-8"))
    if figures["status"] not in (0, 1):
        raise CheckerError(f"{' '.join(command)}\nexit {figures['status']}\n{done.stderr[-2000:]}")
    return Usage(figures["wall"], figures["cpu"], figures["peak_mib"])


def compare(tools: Sequence[Tool], texts: Sequence[Text], rounds: int, folder: Path) -> dict[str, Measured]:
    """Runs every tool `rounds` times on `texts` and on one short sentence, in turns."""
    measured: dict[str, Measured] = {}
    for number in range(rounds):
        for tool in tools:
            usages = []
            for what, content in (("full", list(texts)), ("start", [TINY])):
                place = folder / f"{tool.name}-{what}"
                place.mkdir(exist_ok=True)
                output = place / "findings.out"
                output.unlink(missing_ok=True)
                source = tool.prepare(content, place)
                usages.append(measure(tool.command(source, output), place))
                if number == 0 and what == "full":
                    measured[tool.name] = Measured(tool.outcome(output))
            measured[tool.name].full.append(usages[0])
            measured[tool.name].start.append(usages[1])
    return measured


def comparison_table(measured: dict[str, Measured], texts: Sequence[Text], missing: Sequence[str]) -> Table:
    """Medians per tool and how many times faster the checker is."""
    words = count_words(texts)
    size = sum(len(text.text.encode()) for text in texts) / MEBIBYTE
    figures = ("CPU s", "wall s", "words/s", "net words/s", "qa is", "peak MiB", "start s")
    columns = ("tool", "version", "findings", *figures)
    out = Table(f"speed on {words:,} words, {size:.2f} MiB, {len(texts)} articles", columns)
    own = median_cpu(measured["qa"].full) if "qa" in measured else None
    for name, runs in measured.items():
        cpu, start = median_cpu(runs.full), median_cpu(runs.start)
        net = words / (cpu - start) if cpu > start else None
        ratio = None if own is None or name == "qa" else f"{cpu / own:.1f}x faster"
        wall = statistics.median(usage.wall for usage in runs.full)
        peak = max(usage.peak_mib for usage in runs.full)
        out.add(name, runs.outcome.version, runs.outcome.findings, cpu, wall, round(words / cpu),
                None if net is None else round(net), ratio, peak, start)  # fmt: skip
    for name in missing:
        out.add(name, "not measured", *[None] * (len(columns) - 2))
    rounds = max((len(runs.full) for runs in measured.values()), default=0)
    out.notes.append(
        f"medians of {rounds} rounds, one process each; words/s: words per CPU second of the whole process;"
        " net: without start s,\nthe CPU seconds on a four-word text; peak: the largest of all rounds."
    )
    return out


def cold_table(checker: Checker, article: Text, rounds: int, folder: Path) -> Table:
    """Start of the command line and one article in a fresh process."""
    path = folder / "article.txt"
    path.write_text(article.text, encoding="utf-8")
    check = [*checker.command, "check", str(path), "--profile", checker.profile, "--fail-on", "never", *checker.options]
    out = Table("the checker in a fresh process", ("command", "wall s", "CPU s", "peak MiB"), digits=3)
    commands = {"--help": [*checker.command, "--help"], f"check, one article of {article.words:,} words": check}
    for name, command in commands.items():
        usages = [measure(command, folder) for _ in range(rounds)]
        wall = statistics.median(usage.wall for usage in usages)
        out.add(name, wall, median_cpu(usages), max(usage.peak_mib for usage in usages))
    out.notes.append(f"medians of {rounds} runs; files of the program are in the disk cache")
    return out


def names_table(texts: Sequence[Text], rounds: int, folder: Path) -> Table:
    """The analysis of names alone, in a process of its own; of the library beside this file's interpreter."""
    source, out = folder / "names.jsonl", folder / "names-speed.json"
    write_records(texts, source)
    runs = []
    for _ in range(rounds):
        measure([sys.executable, "-P", str(HERE / "names_speed.py"), str(source), str(out)], folder)
        runs.append(json.loads(out.read_text(encoding="utf-8")))
    words = count_words(texts)
    table = Table(f"names alone, {words:,} words, {len(texts)} articles", ("step", "CPU s", "words/s"))
    steps = {"tables and first articles": "load", "words and sentences, shared by all checks": "layers",
             "name_uses and find_families": "names"}  # fmt: skip
    for step, clock in steps.items():
        seconds = statistics.median(run[clock] for run in runs)
        table.add(step, seconds, None if clock == "load" or not seconds else round(words / seconds))
    families = int(runs[0]["families"])
    table.notes.append(f"medians of {rounds} rounds, one process; words per CPU second; families found: {families}")
    return table


def median_cpu(usages: Sequence[Usage]) -> float:
    """Median CPU seconds."""
    return statistics.median(usage.cpu for usage in usages)
