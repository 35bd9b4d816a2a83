"""Runs the checker on the development sets and counts: recall by kind and tier, verdicts, false alarms."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from benchmarks import sets
from benchmarks.checker import Checker, Claim
from benchmarks.judgements import Judgements
from benchmarks.matching import Verdict, hits_planted, judge_by_spots, new_claims, spot_found, touches
from benchmarks.precision import Tally, verdict_of
from benchmarks.sets import AnnotatedText, PlantedSentence, RatedText, Text
from benchmarks.tables import Table

NAMES = "name-inconsistency"


@dataclass
class Run:
    """Every set checked at most once with one checker; what is not asked for is not run."""

    data: Path
    checker: Checker
    sample_words: int = 1_000_000
    seed: int = 1
    judgements: Judgements = field(default_factory=dict)

    @cached_property
    def planted(self) -> list[tuple[PlantedSentence, list[Claim], list[list[Claim]]]]:
        """Each sentence with the claims about its clean text and about each damaged copy."""
        sentences = sets.load_planted(self.data)
        texts = [text for s in sentences for text in (s.clean, *(error.text for error in s.errors))]
        claims = iter(self.checker.check(texts))
        return [(s, next(claims), [next(claims) for _ in s.errors]) for s in sentences]

    @cached_property
    def news(self) -> list[tuple[AnnotatedText, list[Claim]]]:
        """Annotated articles with their claims."""
        articles = sets.load_news(self.data)
        return list(zip(articles, self.checker.check([a.text for a in articles]), strict=True))

    @cached_property
    def rated(self) -> dict[str, list[tuple[RatedText, list[Claim]]]]:
        """Rated segments with their claims, by set; each segment is a document of its own."""
        found = {}
        for path in sets.rated_files(self.data):
            segments = sets.load_rated(path)
            claims = self.checker.check([segment.text for segment in segments])
            found[path.name.split(".")[0]] = list(zip(segments, claims, strict=True))
        return found

    @cached_property
    def articles(self) -> list[tuple[Text, list[Claim]]]:
        """Whole machine-translated articles without annotation."""
        texts = sets.load_articles(self.data)
        return list(zip(texts, self.checker.check(texts), strict=True))

    @cached_property
    def rated_articles(self) -> list[tuple[Text, bool, list[Claim]]]:
        """The rated sets as whole documents, each with whether people wrote it, and its claims."""
        found = [row for path in sets.rated_files(self.data) for row in sets.load_rated_articles(path)]
        claims = self.checker.check([text for text, _ in found])
        return [(text, human, about) for (text, human), about in zip(found, claims, strict=True)]

    @cached_property
    def sample(self) -> list[tuple[Text, list[Claim]]]:
        """A seeded sample of edited prose."""
        texts = sets.sample_text(self.data, self.sample_words, self.seed)
        return list(zip(texts, self.checker.check(texts), strict=True))

    @property
    def clean_sets(self) -> dict[str, list[tuple[Text, list[Claim]]]]:
        """Text that is meant to be right: clean halves, human references, edited prose."""
        references = [(r.text, claims) for rated in self.rated.values() for r, claims in rated if r.human]
        return {
            "planted, clean half": [(s.clean, clean) for s, clean, _ in self.planted],
            "human references": references,
            "edited prose": self.sample,
        }

    @property
    def labelled(self) -> Iterable[tuple[Text, Claim, Verdict]]:
        """Every claim about whole real texts with what is known about it."""
        for article, claims in self.news:
            for claim in claims:
                yield article.text, claim, self._verdict(article.text, claim, judge_by_spots(claim, article.spots))
        rated = [(text, claims) for text, _, claims in self.rated_articles]
        for text, claims in [*self.articles, *rated, *self.sample]:
            for claim in claims:
                yield text, claim, self._verdict(text, claim, Verdict.UNJUDGED)

    def _verdict(self, text: Text, claim: Claim, gold: Verdict) -> Verdict:
        return verdict_of(text, claim, gold, self.judgements)


def tally(run: Run) -> tuple[dict[str, Tally], int]:
    """Counts per check over all sets, and the number of clean words behind the clean counts."""
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    for check in run.checker.catalogue():
        tallies[check] = Tally()
    for _text, claim, verdict in run.labelled:
        tallies[claim.check].verdicts[verdict] += 1
    for sentence, clean, damaged in run.planted:
        for error, claims in zip(sentence.errors, damaged, strict=True):
            for claim in new_claims(clean, claims, by_check=True):
                if hits_planted(claim, error):
                    tallies[claim.check].planted_right += 1
                else:
                    tallies[claim.check].planted_elsewhere += 1
    words = 0
    for rows in run.clean_sets.values():
        words += sets.count_words(text for text, _ in rows)
        for _text, claims in rows:
            for claim in claims:
                tallies[claim.check].clean += 1
    return dict(tallies), words


def planted_table(run: Run) -> Table:
    """Recall per kind of planted error; `codemix` also for other scripts, which need no lexicon to be seen."""
    hit: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for sentence, clean, damaged in run.planted:
        for error, claims in zip(sentence.errors, damaged, strict=True):
            found = any(hits_planted(claim, error) for claim in new_claims(clean, claims, by_check=False))
            kinds = [error.kind]
            if error.kind == "codemix" and not _latin(error.text.text[error.start : error.end]):
                kinds.append("codemix, other script")
            for kind in kinds:
                total[kind] += 1
                hit[kind] += found
    out = Table("planted errors found, by kind", ("kind", "found", "of", "recall"), digits=3)
    for kind, count in sorted(total.items(), key=lambda item: (-hit[item[0]] / item[1], item[0])):
        out.add(kind, hit[kind], count, hit[kind] / count)
    return out


def news_table(run: Run) -> Table:
    """Recall on sure spots of the annotated news by tier, and what became of the claims."""
    found: Counter[str] = Counter()
    total: Counter[str] = Counter()
    verdicts: Counter[Verdict] = Counter()
    judged: Counter[Verdict] = Counter()
    for article, claims in run.news:
        for spot in article.spots:
            if spot.sure:
                tiers = [spot.tier, *([f"{spot.tier}, names aside"] if spot.category != NAMES else [])]
                for tier in tiers:
                    total[tier] += 1
                    found[tier] += spot_found(spot, claims)
        for claim in claims:
            gold = judge_by_spots(claim, article.spots)
            verdicts[gold] += 1
            if gold is Verdict.PRESUMED:
                judged[verdict_of(article.text, claim, gold, run.judgements)] += 1
    out = Table("annotated news: sure spots found, by tier", ("tier", "found", "of", "recall"))
    for tier in sorted(total):
        out.add(tier, found[tier], total[tier], found[tier] / total[tier])
    right, off = verdicts[Verdict.RIGHT], verdicts[Verdict.PRESUMED]
    known = right + off
    unsure = verdicts[Verdict.ARGUABLE]
    precision = f"; precision by spots alone {right / known:.2f}" if known else ""
    hit = f"on a sure spot {right}, on an unsure one {unsure}, on none {off}"
    out.notes.append(f"claims: {verdicts.total()}; {hit}{precision}")
    out.notes.append(
        f"claims on no spot: judged right {judged[Verdict.RIGHT]}, wrong {judged[Verdict.WRONG]}, "
        f"arguable {judged[Verdict.ARGUABLE]}, not judged {judged[Verdict.PRESUMED]}"
    )
    return out


def rated_table(run: Run) -> Table:
    """Findings per 1,000 words on human references and machine output, and how many touch a mark of any rater."""
    reference, machine = ("ref. words", "ref. findings", "ref. /1,000"), ("machine words", "findings", "/1,000")
    out = Table("rated sets: human references and machine output", ("set", *reference, *machine, "touch a mark"))
    totals = [0, 0, 0, 0, 0]
    for name, rows in run.rated.items():
        counts = [0, 0, 0, 0, 0]
        for segment, claims in rows:
            first = 0 if segment.human else 2
            counts[first] += segment.text.words
            counts[first + 1] += len(claims)
            if not segment.human:
                counts[4] += sum(touches(claim, segment.marks) for claim in claims)
        totals = [a + b for a, b in zip(totals, counts, strict=True)]
        _add_rated(out, name, counts)
    _add_rated(out, "all", totals)
    return out


def _add_rated(out: Table, name: str, counts: list[int]) -> None:
    """One row of the rated table from its five counts."""
    words, claims, machine_words, machine_claims, touching = counts
    touch = touching / machine_claims if machine_claims else None
    machine = _per_1000(machine_claims, machine_words)
    out.add(name, words, claims, _per_1000(claims, words), machine_words, machine_claims, machine, touch)


def clean_tables(run: Run) -> list[Table]:
    """Findings per 1,000 words of clean text: per check, and per file of the edited prose."""
    clean = run.clean_sets
    words = {name: sets.count_words(text for text, _ in rows) for name, rows in clean.items()}
    counts = {name: Counter(c.check for _, claims in rows for c in claims) for name, rows in clean.items()}
    per_check = Table("findings per 1,000 words of clean text, by check", ("check", *clean, "all"), digits=3)
    for check in sorted(set().union(*counts.values())):
        rates = [_per_1000(counts[name][check], words[name]) for name in clean]
        found = sum(counts[name][check] for name in clean)
        per_check.add(check, *rates, _per_1000(found, sum(words.values())))
    totals = [_per_1000(counts[name].total(), words[name]) for name in clean]
    per_check.add("all checks", *totals, _per_1000(sum(c.total() for c in counts.values()), sum(words.values())))
    per_check.notes.append("words: " + ", ".join(f"{name} {count:,}" for name, count in words.items()))
    return [per_check, _per_file(run.sample)]


def _per_file(sample: Iterable[tuple[Text, list[Claim]]]) -> Table:
    """Findings of the edited prose by file."""
    words: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for text, claims in sample:
        name = text.id.rsplit(":", 1)[0]
        words[name] += text.words
        found[name] += len(claims)
    out = Table("edited prose, by file", ("file", "words", "findings", "/1,000"))
    for name in sorted(words):
        out.add(name, words[name], found[name], _per_1000(found[name], words[name]))
    return out


def _per_1000(count: int, words: int) -> float | None:
    """A rate per 1,000 words; None without words."""
    return 1000 * count / words if words else None


def _latin(text: str) -> bool:
    """Whether every letter of `text` is Latin: code points below U+0250 and the Vietnamese block U+1E00."""
    return all(ord(letter) < 0x250 or 0x1E00 <= ord(letter) < 0x1F00 for letter in text if letter.isalpha())
