"""Verdicts of people on claims, kept in `judgements.tsv` without a word of the judged text.

A verdict belongs to one claim: data set, document, check, range, and the SHA-1 of the matched characters, so that a
verdict never passes silently to another text.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.checker import Claim
from benchmarks.matching import Verdict
from benchmarks.sets import Text
from benchmarks.tables import read_tsv, write_tsv

COLUMNS = ("dataset", "document", "check", "start", "end", "sha1", "verdict", "judge", "note")
GIVEN = (Verdict.RIGHT, Verdict.WRONG, Verdict.ARGUABLE)


@dataclass(frozen=True, slots=True, order=True)
class ClaimKey:
    """What identifies a claim across runs."""

    dataset: str
    document: str
    check: str
    start: int
    end: int
    sha1: str

    @property
    def short(self) -> str:
        """Ten hexadecimal digits to name the claim on a terminal."""
        cells = (self.dataset, self.document, self.check, str(self.start), str(self.end), self.sha1)
        return hashlib.sha1("\t".join(cells).encode(), usedforsecurity=False).hexdigest()[:10]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, who gave it, and a short reason that quotes nothing."""

    verdict: Verdict
    judge: str
    note: str


Judgements = dict[ClaimKey, Judgement]


def key_of(text: Text, claim: Claim) -> ClaimKey:
    """The key of a claim about a text."""
    sha1 = hashlib.sha1(claim.matched.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()
    return ClaimKey(text.dataset, text.id, claim.check, claim.start, claim.end, sha1)


def read_judgements(path: Path) -> Judgements:
    """All verdicts of a file; none where it does not exist.

    Raises:
        ValueError: A row is not a judgement.
    """
    found: Judgements = {}
    for row in read_tsv(path):
        if row.get("verdict") not in GIVEN:
            raise ValueError(f"{path}: verdict {row.get('verdict')!r}; must be one of {', '.join(GIVEN)}")
        key = ClaimKey(row["dataset"], row["document"], row["check"], int(row["start"]), int(row["end"]), row["sha1"])
        found[key] = Judgement(Verdict(row["verdict"]), row["judge"], row["note"])
    return found


def write_judgements(path: Path, judgements: Judgements) -> None:
    """Writes all verdicts, sorted by key."""
    rows = [
        (k.dataset, k.document, k.check, str(k.start), str(k.end), k.sha1, j.verdict.value, j.judge, j.note)
        for k, j in sorted(judgements.items(), key=lambda item: item[0])
    ]
    write_tsv(path, COLUMNS, rows)


def sample_unjudged(
    claims: Iterable[tuple[Text, Claim]], judgements: Judgements, per_check: int, seed: int
) -> list[tuple[Text, Claim]]:
    """Up to `per_check` claims of every check without a verdict, drawn at random, sorted by check.

    Each claim's place in the draw comes from the seed and its own key alone. Further draws therefore go on where the
    last one stopped, and the judged claims of a check stay a fair sample of all its claims.
    """
    waiting: dict[str, list[tuple[float, ClaimKey, Text, Claim]]] = {}
    for text, claim in claims:
        key = key_of(text, claim)
        if key not in judgements:
            order = random.Random(f"{seed}|{key.short}").random()
            waiting.setdefault(claim.check, []).append((order, key, text, claim))
    drawn: list[tuple[Text, Claim]] = []
    for check in sorted(waiting):
        picked = sorted(waiting[check], key=lambda item: item[:2])[:per_check]
        drawn += [(text, claim) for _order, _key, text, claim in picked]
    return drawn


def record(lines: Iterable[str], claims: Sequence[tuple[Text, Claim]], judge: str) -> tuple[Judgements, list[str]]:
    """Judgements from lines `KEY VERDICT NOTE...`, KEY being a claim's short key, and the lines that say nothing.

    The verdict may be cut to its first letter.
    """
    by_short = {key_of(text, claim).short: (text, claim) for text, claim in claims}
    found: Judgements = {}
    refused: list[str] = []
    for line in lines:
        parts = line.split(maxsplit=2)
        if not parts or parts[0].startswith("#"):
            continue
        verdict = next((v for v in GIVEN if len(parts) > 1 and v.value.startswith(parts[1].lower())), None)
        if parts[0] not in by_short or verdict is None:
            refused.append(line.rstrip())
            continue
        note = " ".join(parts[2].split()) if len(parts) > 2 else ""
        found[key_of(*by_short[parts[0]])] = Judgement(verdict, judge, note)
    return found, refused


def in_context(text: Text, claim: Claim, width: int = 90) -> str:
    """The claim's characters between ⟦ and ⟧ with up to `width` characters around, line breaks shown as ¶."""
    before = text.text[max(0, claim.start - width) : claim.start]
    after = text.text[claim.end : claim.end + width]
    return f"{before}⟦{claim.matched}⟧{after}".replace("\r", "").replace("\n", "¶")
