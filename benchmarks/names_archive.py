"""Names over an archive: speed, memory, and slips found, on articles of invented people.

Everybody in the generated articles is made of syllables; how often each is written about follows Zipf's law, as in a
newspaper. Into some articles a slip is planted, which the generator knows. Invented names lie closer together than
real ones, so false joins are more frequent here than in a newspaper.

    python -m benchmarks.names_archive generate 10000 articles.jsonl
    python -m benchmarks.names_archive run 10000 --jobs 2
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from benchmarks.speed import Usage, measure
from benchmarks.tables import Table

OWN = (sys.executable, "-m", "qa")
"""The checker beside this interpreter."""
WORDS = 500
SLIPS = 0.05
"""Share of the articles with a slip."""
_FEWEST_LETTERS = 5
_SENTENCES = (
    "{0} met {1} in {2} on Tuesday to speak about the price of bread and the state of the harbour bridge.",
    "According to {0}, the talks with {1} were long, and nobody expects a result before the end of the winter.",
    "The council of {2} had asked {0} for a report, but the papers were lost on the way from one office to the other.",
    "“We shall see,” said {1}, who has worked in {2} for eleven years and knows every stone of the old town.",
    "Neither {0} nor {1} would say how much the new road costs, and who is going to pay for it in the end.",
    "In the afternoon {1} visited the school, where the children sang and the roof was leaking as it always does.",
    "The ferry to {2} was late again, so that {0} had to wait for two hours in the rain without an umbrella.",
)
_ONSETS = "b br d dr f g gr h j k kl l m n p r s sh st t tr v z kh zh ts ch".split()
_VOWELS = "a e i o u ai ei ou".split()
_CODAS = ["", "", "", "n", "r", "l", "s", "k", "m", "nd", "rk", "lt"]
_ENDINGS = {
    "person": ["ov", "enko", "sen", "man", "ski", "a", "er", "itz", "o", ""],
    "place": ["a", "grad", "au", "ton"],
}


@dataclass(frozen=True, slots=True)
class Slip:
    """A planted slip: the article, the right spelling and the wrong one."""

    article: str
    right: str
    wrong: str


class World:
    """Invented people and places with their fame."""

    def __init__(self, articles: int, rnd: random.Random) -> None:
        """As many people as a newspaper of that size would have: one for each two articles and 500 more."""
        self._rnd = rnd
        givens = sorted({self._name("", 2) for _ in range(1500)})
        families = sorted({self._name("person", rnd.choice((1, 2, 2, 3))) for _ in range(400 + articles // 2)})
        rnd.shuffle(families)
        self.people = [(rnd.choice(givens), family) for family in families]
        self.places = sorted({self._name("place", 2) for _ in range(300 + articles // 50)})
        rnd.shuffle(self.places)
        self._fame = {len(pool): _zipf(len(pool)) for pool in (self.people, self.places)}

    def _name(self, kind: str, syllables: int) -> str:
        rnd = self._rnd
        parts = [rnd.choice(_ONSETS) + rnd.choice(_VOWELS) + rnd.choice(_CODAS) for _ in range(syllables)]
        name = "".join(parts) + rnd.choice(_ENDINGS.get(kind, [""]))
        return name.capitalize() if len(name) >= _FEWEST_LETTERS else self._name(kind, syllables)

    def _pick(self, count: int) -> int:
        fame = self._fame[count]
        return bisect(fame, self._rnd.random() * fame[-1])

    def article(self, name: str) -> tuple[str, Slip | None]:
        """The text of one article and its slip, if there is one."""
        rnd = self._rnd
        people = [self.people[self._pick(len(self.people))] for _ in range(6)]
        places = [self.places[self._pick(len(self.places))] for _ in range(3)]
        slip = None
        if rnd.random() < SLIPS:
            right = people[0][1]
            slip = Slip(name, right, _slipped(right, rnd))
        planted = slip is None
        introduced: set[str] = set()
        paragraphs, words = [], 0
        while words < WORDS:
            shown = []
            for given, family in rnd.sample(people, 2):
                written = family
                if not planted and slip is not None and family == slip.right and (words > WORDS // 3):
                    written, planted = slip.wrong, True
                full = family not in introduced or rnd.random() < 0.3
                introduced.add(family)
                shown.append(f"{given} {written}" if full else written)
            paragraphs.append(rnd.choice(_SENTENCES).format(*shown, rnd.choice(places)))
            words += len(paragraphs[-1].split())
        text = "\n\n".join(paragraphs)
        # Not every sentence has room for both people.
        return text, slip if slip is not None and slip.wrong in text else None


def _zipf(count: int) -> list[float]:
    return list(accumulate(1 / (rank + 8) for rank in range(count)))


def _slipped(right: str, rnd: random.Random) -> str:
    """A letter dropped, doubled, replaced by another vowel, or two swapped; never the first one."""
    while True:
        at = rnd.randrange(1, len(right) - 1)
        kind = rnd.randrange(4)
        if kind == 0:
            wrong = right[:at] + right[at + 1 :]
        elif kind == 1:
            wrong = right[:at] + right[at] + right[at:]
        elif kind == 2:
            wrong = right[:at] + rnd.choice("aeiou") + right[at + 1 :]
        else:
            wrong = right[:at] + right[at + 1] + right[at] + right[at + 2 :]
        if wrong != right:
            return wrong


def generate(articles: int, path: Path, seed: int = 1) -> list[Slip]:
    """Write the articles as JSON lines with `id`, `date`, `feed` and `text`; the planted slips."""
    rnd = random.Random(seed)
    world = World(articles, rnd)
    slips = []
    with path.open("w", encoding="utf-8") as stream:
        for number in range(articles):
            name = f"n{number:07}"
            text, slip = world.article(name)
            slips += [slip] if slip else []
            day = f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}"
            record = {"id": name, "date": day, "feed": rnd.choice(("north", "south", "west")), "text": text}
            stream.write(json.dumps(record) + "\n")
    return slips


def found_pairs(table: Path) -> Iterator[frozenset[str]]:
    """Each spelling of a family with the preferred one, out of the JSON lines of `qa names`."""
    with table.open(encoding="utf-8") as lines:
        for family in map(json.loads, lines):
            center = family["forms"][0]["text"]
            yield from (frozenset((center, form["text"])) for form in family["forms"][1:])


def run(articles: int, jobs: int, seed: int, folder: Path, program: Sequence[str] = OWN) -> Table:
    """`qa names` and `qa index` on N and 2N articles. program: the checker's command."""
    columns = ("command", "articles", "wall s", "CPU s", "words/s", "peak MiB", "slips found", "false joins")
    table = Table("names over an archive", columns, digits=1)
    for size in (articles, 2 * articles):
        source, out = folder / f"{size}.jsonl", folder / f"{size}.families.jsonl"
        slips = generate(size, source, seed)
        command = [*program, "names", str(source), "-f", "jsonl", "-o", str(out), "-j", str(jobs)]
        usage = measure(command, folder)
        planted = {frozenset((slip.right, slip.wrong)) for slip in slips}
        found = set(found_pairs(out))
        share = f"{len(found & planted)}/{len(planted)}"
        table.add("names", size, *_figures(usage, size), share, f"{len(found - planted)}")
        index = folder / f"{size}.qaidx"
        usage = measure([*program, "index", str(source), "-o", str(index), "-j", str(jobs)], folder)
        table.add("index", size, *_figures(usage, size), f"{index.stat().st_size / 2**20:.0f} MiB", "")
        source.unlink()
        print(table.render(), file=sys.stderr, flush=True)  # an hour's work must not be lost
    table.notes.append("peak memory is of the parent process; words/s are of wall time")
    return table


def _figures(usage: Usage, size: int) -> tuple[float, float, float, float]:
    return usage.wall, usage.cpu, size * WORDS / usage.wall, usage.peak_mib


def main(arguments: Sequence[str] | None = None) -> int:
    """Generates articles, or measures."""
    top = argparse.ArgumentParser(prog="python -m benchmarks.names_archive", description=__doc__)
    commands = top.add_subparsers(dest="command", required=True)
    making = commands.add_parser("generate", help="write articles and tell the slips in them")
    making.add_argument("articles", type=int)
    making.add_argument("path", type=Path)
    measuring = commands.add_parser("run", help="measure on N and 2N articles")
    measuring.add_argument("articles", type=int)
    measuring.add_argument("--jobs", type=int, default=2)
    for command in (making, measuring):
        command.add_argument("--seed", type=int, default=1)
    options = top.parse_args(arguments)
    if options.command == "generate":
        for slip in generate(options.articles, options.path, options.seed):
            print(f"{slip.article}\t{slip.right}\t{slip.wrong}")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        print(run(options.articles, options.jobs, options.seed, Path(folder)).render())
    return 0


if __name__ == "__main__":
    sys.exit(main())
