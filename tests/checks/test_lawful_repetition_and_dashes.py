"""Whole texts of other kinds than news that repeat, list and set dashes on purpose: nothing is found in them."""

import pytest

from qa.core.check import Check
from qa.core.document import Document, Segment
from qa.engine.registry import builtin_checks
from qa.testing import run_check

IDS = frozenset(
    "repeated-conjunct repeated-list-item repeated-in-brackets repeated-name cut-off-start dash-before-attribution"
    " dialogue-dash missing-comma-between-quotations glued-source-name mixed-term-form"
    " mixed-plural-in-name repeated-conjunct-phrase lowercase-proper-noun".split()
)
CHECKS = sorted((check for check in builtin_checks() if check.id in IDS), key=lambda check: check.id)

DIALOGUE = """—Are you coming down, Lenk? said Dara.

—I am coming, he said, and coming, and coming.

—You said that an hour ago, and an hour before that.

—The tower is old, said Lenk. It leans and leans. It will stand for years and years.

She looked up at the gulls.

—Well, said Dara, I'll wait and wait, then."""

PLAY = """LENK: Never, never, never!

DARA: Oh, Lenk, Lenk, what have you done?

LENK: What I had to do, and had to do again.

DARA: There are men and men, Lenk. (There are men and men.)

LENK: Between friend and friend there is no debt. Dara Lenk, Dara Lenk, forgive me."""

POEM = """The tide came in, and in, and in,
, they say, as soft as silk and silk,
the gulls went round and round again
above the harbour, white as milk;
and wave and wave and wave and wave
n dark below the harbour wall,
went over stone and over stone
and over stone, and that was all."""

INTERVIEW = """Q: How long have you rowed?

A: For days and days, and nights and nights. It feels longer and longer.

Q: Who rowed with you?

A: Marlow, Ostrau, then Marlow and Ostrau again.

Q: Your first club was Lenk Rowing?

A: Lenk Rowing Lenk, as they call it – a club of the old kind – said to be the oldest."""

TABLE = """Winners of the Lenk Cup in the order of the years: Marlow, Ostrau, Marlow and Dara.

Quarter-finals

Lenk - Ostrau 3 - 1, 2 - 2

Marlow - Dara 0 - 0, 1 - 4

Semi-finals

Lenk - Dara 5 - 4

1. Lenk 12 - 7
2. Dara 10 - 9
3. Marlow 8 - 11"""

LIST = """The box holds:

- A lamp with a green shade, as sold in the shop.
- A map of the valley and the valley's two rivers.
- A book (a book of songs) and the songbook's index.

Towns on the line: Salem, Oregon, Bend, Oregon, Lenk, Oregon, and Ostrau.

The terms “boat,” “boat owner,” “owner,” and “harbour” have the meanings given in Part 2."""

LAW = """The Department of the Harbour (Harbour) and the Lenk Port Authority (Port Authority) may inspect a boat or
boat house, a dam or dam wall, and milk or milk products, at any time and from time to time.

The boats and boats' owners shall be heard, and no owner or owner's agent shall be charged twice and twice again.

Crimes and crimes against the harbour are set out in Part 3; part and parcel of it is Table 4 (4)."""

MATHS = """Let the depth be measured as follows:

x the depth at noon, in feet, and y the depth at night.

n boats lie in the harbour, where n is even. For n boats the sum is as above.

p and q are prime. The difference a - b is then even, and a - b - c is odd."""

TRIAL = """We waited and waited. The engine coughed and coughed, and the smoke rose and rose.

It was high - risk of fire was real - and the price of two - year after year - had to be paid.

The firm - owned by the town - and the port - built in 1900 - were old, and the plan - based on both - was new."""

CHAT = """dara: see you on monday? or tuesday, in december

lenk: on monday. and bring the english book, and the #german one"""

TEXTS = {
    "dialogue": DIALOGUE, "play": PLAY, "poem": POEM, "interview": INTERVIEW, "table": TABLE, "list": LIST, "law": LAW,
    "maths": MATHS, "asides": TRIAL, "chat": CHAT,
}  # fmt: skip


@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_nothing_is_found(check: type[Check], kind: str) -> None:
    document = Document("t", "t", "plain", (Segment("1", TEXTS[kind], lang="en"),), lang="en")
    assert [finding.text for finding in run_check(check, document)] == []


def test_every_check_is_tried() -> None:
    assert {check.id for check in CHECKS} == IDS
