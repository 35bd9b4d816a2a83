"""Teach the judge of names: `qa/text/data/names/judge.json`.

    python tools/train_name_judge.py TEXT_FOLDER --names FILE [--keep-out FILE ...] --out qa/text/data/names/judge.json

TEXT_FOLDER holds the files of ``TRAINING`` and ``VALIDATION`` (one paragraph a line, gzipped); FILE the groups of
spellings that ``tools/build_names.py`` extracts. Texts and names that stand in a file given with --keep-out (JSON lines
with ``text``, or ``a`` and ``b``) are left out, so that they can be used for measuring. Needs scikit-learn.

In three of five passages a name is given a slip in some of its places; in some, two people are given names that are
alike; the rest stays as it is. Every pair of spellings that comes near another is then described by its features and
labelled: one name, or not. Pairs of ``adjudicated.txt`` stand in the texts by themselves and are one name, so that they
count neither way.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import product
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import numpy as np
from judge_build.adjudicated import adjudicated_pairs
from judge_build.groups import Groups
from judge_build.passages import ngrams, read_passages
from judge_build.planting import Planted, inflect, make_alike, plant
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import average_precision_score, precision_recall_curve

from qa.core.document import Segment
from qa.text.analysis import Analysis
from qa.text.names.article.candidates import candidate_pairs
from qa.text.names.article.features import compare
from qa.text.names.article.vetoes import veto
from qa.text.names.statistics import pair_statistics, statistics_of_spelling
from qa.text.names.uses import Spelling, name_uses

TRAINING = "wikinews openstax congress_press history_state digitalgov presidents".split()
"""Public domain, CC0, CC BY."""
VALIDATION = "wikipedia_bio wikipedia_other".split()
"""CC BY-SA: for measuring only, nothing of it is shipped."""
PASSAGES, PASSAGES_OF_VALIDATION = 8000, 1200
"""At most so many of each file."""
EPOCHS = 3
"""Times that slips are planted in each passage, others each time."""

# Features that may speak for one name only, or against it only, whatever the passages say by chance.
FOR = (
    "related same_skeleton like same_before same_after same_title same_left same_right item ending twice four_times"
).split()
AGAINST = (
    "unlike other_before other_after other_title both_known same_sentence glossed adjacent distance share crowd"
    " odd_foreign main_foreign ever_strange both_often excluded gender places_apart roles_apart"
).split()


class Row(NamedTuple):
    """A pair of spellings of a passage. label: 1 for one name, 0 for two."""

    odd: str
    main: str
    values: dict[str, float]
    label: int


def main() -> None:
    """Read the command line, build both sets, fit, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("texts", type=Path)
    parser.add_argument("--names", type=Path, required=True)
    parser.add_argument("--keep-out", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    refused, excluded = kept_out(arguments.keep_out)
    with arguments.names.open(encoding="utf-8") as lines:
        groups = Groups(lines, excluded)
    with ProcessPoolExecutor() as pool:
        work = partial(build, arguments.texts, groups, refused)
        training = pool.map(work, *zip(*product(TRAINING, (PASSAGES,), range(EPOCHS)), strict=True))
        rows = [row for part in training for row in part]
        validation = [row for file in VALIDATION for row in work(file, PASSAGES_OF_VALIDATION, 0)]
    features = sorted({name for row in rows for name in row.values})
    model = fit(rows, features)
    report(model, validation, features)
    arguments.out.write_text(exported(model, features), encoding="utf-8")


def kept_out(files: Iterable[Path]) -> tuple[frozenset[str], frozenset[str]]:
    """Runs of words and names that must not be learned from."""
    refused: set[str] = set()
    excluded: set[str] = set()
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            refused |= ngrams(row.get("text", ""))
            excluded |= {row[name].lower() for name in ("a", "b") if name in row and "text" not in row}
    return frozenset(refused), frozenset(excluded)


def build(folder: Path, groups: Groups, refused: frozenset[str], file: str, most: int, seed: int) -> list[Row]:
    """The pairs of all passages of a file, but for those that stand there by themselves and are one name."""
    own = adjudicated_pairs()
    rnd = Random(f"{file} {seed}")
    rows: list[Row] = []
    for passage in read_passages(folder, file, rnd, most, refused):
        text, planted = changed(passage, groups, rnd)
        rows += [row for row in rows_of(text, planted) if row.label or tuple(sorted((row.odd, row.main))) not in own]
    return rows


def changed(passage: str, groups: Groups, rnd: Random) -> tuple[str, Planted | None]:
    """The passage with a slip, with two people made alike, or as it is."""
    chance = rnd.random()
    if chance >= 0.75:
        return passage, None
    spellings = name_uses([analysed(passage)])
    if chance < 0.6:
        repeated = [name for name, spelling in spellings.items() if spelling.count >= 2 and may_carry(spelling)]
        people = [name for name in repeated if any(use.before for use in spellings[name].uses)]
        if people and rnd.random() < 0.2:
            planted = inflect(passage, people, groups, rnd)
        else:
            planted = plant(passage, repeated, groups, rnd) if repeated else None
        return (planted.text, planted) if planted else (passage, None)
    people = [
        name
        for name, spelling in spellings.items()
        if may_carry(spelling) and any(use.before or use.title for use in spelling.uses)
    ]
    return make_alike(passage, people, groups, rnd) or passage, None


def may_carry(spelling: Spelling) -> bool:
    """Whether a slip may be planted in a spelling."""
    return len(spelling.key) >= 4 and "-" not in spelling.written


def analysed(text: str) -> Analysis:
    """The analysis of an English text."""
    return Analysis(Segment("0", text), "en")


def rows_of(text: str, planted: Planted | None) -> Iterator[Row]:
    """The pairs of a passage that the judge would weigh."""
    analysis = analysed(text)
    spellings = name_uses([analysis])
    for one, two in candidate_pairs(spellings):
        comparison = compare(
            statistics_of_spelling(one),
            statistics_of_spelling(two),
            pair_statistics(one, two, [analysis]),
            analysis.lexicon,
            len(spellings),
        )
        if veto(comparison):
            continue
        names = {one.written, two.written}
        slip = planted is not None and names == {planted.wrong, planted.right}
        touched = planted is not None and any(planted.wrong in name.split("-") for name in names)
        if slip or not touched:
            yield Row(comparison.odd.written, comparison.main.written, dict(comparison.values), int(slip))


def matrix(rows: list[Row], features: list[str]) -> tuple[Any, Any]:
    """Features as rows of numbers, and labels."""
    return (
        np.array([[row.values.get(name, 0.0) for name in features] for row in rows]),
        np.array([row.label for row in rows]),
    )


def fit(rows: list[Row], features: list[str]) -> HistGradientBoostingClassifier:
    """The trees, each feature of `FOR` and `AGAINST` held to its direction."""
    model = HistGradientBoostingClassifier(
        max_iter=300,
        learning_rate=0.06,
        max_leaf_nodes=8,
        min_samples_leaf=30,
        l2_regularization=2.0,
        monotonic_cst=[1 if name in FOR else -1 if name in AGAINST else 0 for name in features],
        random_state=0,
    )
    return model.fit(*matrix(rows, features))


def report(model: HistGradientBoostingClassifier, rows: list[Row], features: list[str]) -> None:
    """Precision and recall on passages of another kind than those learned from."""
    values, labels = matrix(rows, features)
    scores = model.predict_proba(values)[:, 1]
    precision, recall, thresholds = precision_recall_curve(labels, scores)
    average = average_precision_score(labels, scores)
    print(f"{labels.sum()} of {len(labels)} pairs are one name; average precision {average:.4f}")
    for least in (0.35, 0.6, 0.75, 0.9, 0.97):
        at = int(np.searchsorted(thresholds, least))
        print(f"score >= {least}: precision {precision[at]:.3f}, recall {recall[at]:.3f}")


def exported(model: HistGradientBoostingClassifier, features: list[str]) -> str:
    """The trees as one JSON object, a tree a line."""
    trees = []
    for (predictor,) in model._predictors:  # noqa: SLF001 - scikit-learn has no public way to the nodes
        trees.append(
            [
                [-1, 0, 0, 0, round(float(node["value"]), 4)]
                if node["is_leaf"]
                else [
                    int(node["feature_idx"]),
                    round(float(node["num_threshold"]), 4),
                    int(node["left"]),
                    int(node["right"]),
                    0,
                ]
                for node in predictor.nodes
            ]
        )
    base = round(float(model._baseline_prediction.ravel()[0]), 4)  # noqa: SLF001 - as above
    lines = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in trees)
    return f'{{"features":{json.dumps(features)},\n"base":{base},\n"trees":[\n{lines}\n]}}\n'


if __name__ == "__main__":
    main()
