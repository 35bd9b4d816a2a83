"""Learn the weights of edits for `qa.text.names.translit.likeness`."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from pathlib import Path
from zlib import crc32

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from names_build import pairs, places, sources
from names_build.pairs import Pair
from qa.text.names.translit import edit_keys

HELD_OUT = 10
"""One of so many name items is kept for tuning."""
_FEWEST = 8
_STRENGTHS = (0.3, 1.0)
_SMALLEST = 0.05
_FAR_SHARE = 0.4
"""Weight of pairs of names far apart against those of names near each other."""
_PLACE_SHARE = 0.35


def training_pairs(excluded: frozenset[str]) -> list[Pair]:
    """Pairs of spellings of one name and of two names, without any name of the excluded set."""
    dice = random.Random(pairs.SEED)
    groups = [group for group in sources.person_groups() if pairs.usable(group, excluded)]
    cities = places.all_places()
    same = pairs.spellings_of_one(groups, dice)
    named = pairs.names_of_one_place(cities, excluded, dice)
    dice.shuffle(named)
    different = pairs.names_of_two(groups, dice)
    two = pairs.two_places(cities, excluded)
    dice.shuffle(two)
    share = int(_PLACE_SHARE * len(same))
    return same + named[:share] + different + two[: int(_PLACE_SHARE * len(different))]


def is_held_out(pair: Pair) -> bool:
    """Whether a pair belongs to a name item kept for tuning."""
    return crc32(pair.group.encode()) % HELD_OUT == 0


def build(path: Path, excluded: frozenset[str]) -> None:
    """Fit, choose the strength of the prior on held-out items, write lines `weight keys`."""
    found = training_pairs(excluded)
    train = [pair for pair in found if not is_held_out(pair)]
    tune = [pair for pair in found if is_held_out(pair)]
    print(f"likeness: {Counter((pair.kind, is_held_out(pair)) for pair in found)}")
    best = max(((_f1(weights, tune), strength, weights) for strength, weights in _fits(train)), key=lambda fit: fit[0])
    print(f"likeness: strength {best[1]}, held-out balanced F1 {best[0]:.3f}, {len(best[2])} weights")
    by_weight: dict[float, list[str]] = defaultdict(list)
    for key, weight in best[2].items():
        by_weight[weight].append(key)
    lines = [f"{weight:g} {' '.join(sorted(by_weight[weight]))}\n" for weight in sorted(by_weight)]
    path.write_text("".join(lines), encoding="utf-8", newline="\n")
    print(f"{path.name}: {path.stat().st_size} bytes")


def _fits(train: list[Pair]) -> list[tuple[float, dict[str, float]]]:
    keyed = [list(edit_keys(pair.a, pair.b)) for pair in train]
    counts = Counter(key for keys in keyed for key in set(keys))
    columns = {key: at for at, key in enumerate(sorted(key for key, count in counts.items() if count >= _FEWEST))}
    rows = [(row, columns[key]) for row, keys in enumerate(keyed) for key in keys if key in columns]
    matrix = csr_matrix(
        (np.ones(len(rows)), ([row for row, _ in rows], [column for _, column in rows])), (len(keyed), len(columns))
    )
    same = np.array([pair.same for pair in train])
    far = np.array([pair.kind == "far" for pair in train])
    # Names that are far apart shall teach that they are, without making near ones look the same.
    weighing = np.where(far, _FAR_SHARE * (~same & ~far).sum() / max(1, far.sum()), 1.0)
    weighing[same] = weighing[~same].sum() / same.sum()
    fits = []
    for strength in _STRENGTHS:
        model = LogisticRegression(C=strength, max_iter=400, fit_intercept=False)
        model.fit(matrix, same, sample_weight=weighing)
        weights = {key: round(float(model.coef_[0][at]), 2) for key, at in columns.items()}
        fits.append((strength, {key: weight for key, weight in weights.items() if abs(weight) >= _SMALLEST}))
    return fits


def _f1(weights: dict[str, float], tune: list[Pair]) -> float:
    """F1 of "likeness above 0" on names near each other, both classes of equal weight."""
    hits: Counter[tuple[bool, bool]] = Counter()
    for pair in tune:
        if pair.kind == "far":
            continue
        hits[pair.same, sum(weights.get(key, 0.0) for key in edit_keys(pair.a, pair.b)) > 0] += 1
    recall = hits[True, True] / (hits[True, True] + hits[True, False])
    alarms = hits[False, True] / (hits[False, True] + hits[False, False])
    print(f"  recall {recall:.3f}, false {alarms:.3f}")
    return 2 * recall / (1 + recall + alarms)
