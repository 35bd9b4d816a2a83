"""A sum of small decision trees, as learned by gradient boosting, read from a table and walked in plain Python."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Node: TypeAlias = "tuple[int, float, Node, Node] | float"
"""A question (is the feature with this number at most this?) with the nodes for yes and no, or the value of a leaf."""


class Trees:
    """The trees with the names of their features. Values are added to a base and made a probability (logistic)."""

    def __init__(self, features: Sequence[str], base: float, trees: Sequence[Node]) -> None:
        """Take what `tools/train_name_judge.py` learned."""
        self.features = tuple(features)
        self._base = base
        self._trees = tuple(trees)

    @classmethod
    def read(cls, table: str) -> Trees:
        """The trees of a JSON object with `features`, `base` and `trees`.

        A tree is a list of rows, the root first: number of the feature (-1 in a leaf), threshold, rows for yes and no,
        value.
        """
        read = json.loads(table)
        return cls(read["features"], read["base"], [_nested(rows, 0) for rows in read["trees"]])

    def probability(self, values: Mapping[str, float]) -> float:
        """Probability, 0 to 1; features without a value are 0."""
        row = [values.get(name, 0.0) for name in self.features]
        total = self._base
        for node in self._trees:
            while isinstance(node, tuple):
                feature, threshold, low, high = node
                node = low if row[feature] <= threshold else high  # noqa: PLW2901 - down the tree
            total += node
        return 1 / (1 + math.exp(-total))


def _nested(rows: Sequence[tuple[int, float, int, int, float]], at: int) -> Node:
    feature, threshold, low, high, value = rows[at]
    return value if feature < 0 else (feature, threshold, _nested(rows, low), _nested(rows, high))
