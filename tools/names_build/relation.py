"""Fit the weights of `qa.text.names.evidence.probability`."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from names_build import likeness, pairs, slipping, sources
from names_build.pairs import Pair
from qa.text.names.evidence import Evidence, Knowledge, evidence_of, features
from qa.text.names.exclusions import never_same

_SIZE = 30_000
"""Pairs of each sort."""
_HIDDEN = 0.55
"""Share of pairs whose names are taken for unknown, as most names of the news are to the gazetteer."""
_HALF_HIDDEN = 0.5
"""Among the others, share of which one form is taken for unknown."""
_NAMESAKES = 0.1
"""Share of pairs with a shared item that count as two names: two people may spell one name in two ways."""
_UNASKED = 0.25
"""Share of pairs used once more as if the gazetteer had not been asked, or not for shared items."""


def build(path: Path, excluded: frozenset[str]) -> None:
    """Fit on name items and slips, print the figures on held-out items, write lines `feature weight`."""
    dice = random.Random(pairs.SEED + 1)
    found = [pair for pair in _all_pairs(excluded, dice) if not never_same(pair.a, pair.b)]
    rows: list[tuple[Evidence, bool, Pair]] = []
    for pair in found:
        rows += [(evidence, same, pair) for evidence, same in _seen(pair, dice)]
    names = sorted({name for evidence, _, _ in rows for name in features(evidence)})
    columns = {name: at for at, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names)))
    for row, (evidence, _, _) in enumerate(rows):
        for name, value in features(evidence).items():
            matrix[row, columns[name]] = value
    same = np.array([same for _, same, _ in rows])
    held = np.array([likeness.is_held_out(pair) for _, _, pair in rows])
    model = LogisticRegression(C=1.0, class_weight="balanced", max_iter=2000, fit_intercept=False)
    model.fit(matrix[~held], same[~held])
    _report(model.predict(matrix[held]), [row for row, out in zip(rows, held, strict=True) if out])
    weights = {name: round(float(model.coef_[0][at]), 2) for name, at in columns.items()}
    path.write_text("".join(f"{name} {weights[name]:g}\n" for name in names), encoding="utf-8", newline="\n")


def _all_pairs(excluded: frozenset[str], dice: random.Random) -> list[Pair]:
    spelled = likeness.training_pairs(excluded)
    same = [pair for pair in spelled if pair.same]
    different = [pair for pair in spelled if not pair.same]
    dice.shuffle(same)
    dice.shuffle(different)
    names = sorted(
        {
            form
            for group in sources.person_groups()
            if pairs.usable(group, excluded)
            for form in group.latin[:1]
            if len(form) >= 4 and " " not in form
        }
    )
    dice.shuffle(names)
    return same[:_SIZE] + different[: 2 * _SIZE] + slipping.slipped(names[:_SIZE], dice)


def _seen(pair: Pair, dice: random.Random) -> list[tuple[Evidence, bool]]:
    """A pair as the product would meet it: with names the gazetteer has, has in part, or lacks."""
    evidence = evidence_of(pair.a, pair.b)
    same = pair.same
    if pair.kind.startswith("slip"):
        if evidence.knowledge is Knowledge.ONE and dice.random() < _HIDDEN:
            evidence = evidence.with_knowledge(Knowledge.NEITHER)
    elif dice.random() < _HIDDEN:
        evidence = evidence.with_knowledge(Knowledge.NEITHER)
    elif dice.random() < _HALF_HIDDEN:
        evidence = evidence.with_knowledge(Knowledge.ONE)
    elif evidence.knowledge is Knowledge.SHARED and dice.random() < _NAMESAKES:
        same = False
    found = [(evidence, same)]
    if dice.random() < _UNASKED:
        found.append((evidence.with_knowledge(Knowledge.NOTHING), pair.same))
    if evidence.knowledge in (Knowledge.SHARED, Knowledge.BOTH):
        found.append((evidence.with_knowledge(Knowledge.KNOWN), pair.same))
    return found


def _report(predicted: np.ndarray, rows: list[tuple[Evidence, bool, Pair]]) -> None:
    hits: Counter[tuple[str, str, bool]] = Counter()
    for guess, (evidence, same, pair) in zip(predicted, rows, strict=True):
        hits[pair.kind, evidence.knowledge.value, bool(guess) == same] += 1
    for kind, knowledge in sorted({key[:2] for key in hits}):
        right, wrong = hits[kind, knowledge, True], hits[kind, knowledge, False]
        print(f"  {kind}, {knowledge}: {right / (right + wrong):.3f} right of {right + wrong}")
