"""Which spellings of an archive are worth comparing: those that share a blocking key and are near as strings.

All pairs of half a million spellings would be 10¹¹; blocking leaves some 10⁷, the distance of strings some 10⁵.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

from rapidfuzz.distance import OSA

from qa.text.names.keys import blocking_keys

LARGEST_BLOCK = 400
"""Keys in a block beyond which it is cut by first letters: such a key tells little."""
_SHORT, _MIDDLE = 6, 9
_BUCKETS = 64
_ID_BITS = 28


def is_near(one: str, two: str) -> bool:
    """Whether two folded spellings are alike enough to be judged at all: 1 edit up to six letters, 2 to nine, then 3.

    Edits are insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).
    """
    short, long = len(one), len(two)
    if short > long:
        short, long = long, short
    limit = 1 if long <= _SHORT else 2 if long <= _MIDDLE else 3
    return long - short <= limit and OSA.distance(one, two, score_cutoff=limit) <= limit


def near_pairs(keys: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Ordinals of all different keys that share a block and are near, each pair once, the smaller ordinal first.

    keys: distinct folded spellings. Memory: 8 bytes for each key and block, and the pairs of one bucket at a time.
    """
    seen: set[int] = set()
    for block in _blocks(keys):
        for place, one in enumerate(block):
            for two in block[place + 1 :]:
                pair = one << _ID_BITS | two
                if pair not in seen and is_near(keys[one], keys[two]):
                    seen.add(pair)
                    yield one, two


def _blocks(keys: Sequence[str]) -> Iterator[list[int]]:
    """Ordinals that share a blocking key, sorted; blocks of one are left out, large ones cut by first letters."""
    buckets = [array("Q") for _ in range(_BUCKETS)]
    for ordinal, key in enumerate(keys):
        for block in blocking_keys(key):
            number = block_number(block)
            buckets[number % _BUCKETS].append(number << _ID_BITS | ordinal)
    for bucket in buckets:
        members: list[int] = []
        current = -1
        for entry in sorted(bucket):
            number, ordinal = entry >> _ID_BITS, entry & (1 << _ID_BITS) - 1
            if number != current:
                yield from _cut(members, keys)
                members, current = [], number
            members.append(ordinal)
        yield from _cut(members, keys)


def block_number(block: str) -> int:
    """A blocking key as 32 bits, the same in every process; two keys on one number cost a comparison and no more."""
    return crc32(block.encode())


def _cut(members: list[int], keys: Sequence[str]) -> Iterable[list[int]]:
    if len(members) < 2:
        return ()
    if len(members) <= LARGEST_BLOCK:
        return (members,)
    parts: defaultdict[str, list[int]] = defaultdict(list)
    for ordinal in members:
        parts[keys[ordinal][:2]].append(ordinal)
    return [part[:LARGEST_BLOCK] for part in parts.values() if len(part) > 1]
