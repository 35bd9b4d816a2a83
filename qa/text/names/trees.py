"""A sum of small decision trees, as learned by gradient boosting, read from a table and walked in plain Python."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Node(NamedTuple):
    """A question (`feature` at most `threshold`: go to node `low`, else to node `high`), or a leaf with its `value`.

    feature: place in the list of features; -1 in a leaf.
    """

    feature: int
    threshold: float
    low: int
    high: int
    value: float


class Trees:
    """The trees with the names of their features. Values are added to a base and made a probability (logistic)."""

    def __init__(self, features: Sequence[str], base: float, trees: Sequence[Sequence[Node]]) -> None:
        """Take what `tools/train_name_judge.py` learned."""
        self.features = tuple(features)
        self._base = base
        self._trees = tuple(tuple(tree) for tree in trees)

    @classmethod
    def read(cls, table: str) -> Trees:
        """The trees of a JSON object with `features`, `base` and `trees`; a tree is a list of nodes in five columns."""
        read = json.loads(table)
        return cls(read["features"], read["base"], [[Node(*node) for node in tree] for tree in read["trees"]])

    def probability(self, values: Mapping[str, float]) -> float:
        """Probability, 0 to 1; features without a value are 0."""
        row = [values.get(name, 0.0) for name in self.features]
        total = self._base
        for tree in self._trees:
            node = tree[0]
            while node.feature >= 0:
                node = tree[node.low if row[node.feature] <= node.threshold else node.high]
            total += node.value
        return 1 / (1 + math.exp(-total))
