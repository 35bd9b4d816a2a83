"""Quotation marks and brackets, paired over a whole text, and those left without a partner.

Conventions that are honoured: a quotation over several paragraphs repeats its opening mark at the start of each and
closes only in the last; in news cut into one sentence a paragraph it may also close some paragraphs later without
repeating. „German“, »inverted«, « French » and ”Swedish” quotations. Apostrophes, feet and inches are left alone. Where
the marks can be read in several ways nothing is reported as unpaired.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from qa.core.document import Block
from qa.core.span import Span, merge_spans
from qa.text.brackets import find_brackets, pair_brackets
from qa.text.marks import Mark, Pairing, Quotation, is_attributed

__all__ = ["Mark", "Quotation", "Quotations", "pair_quotations"]


@dataclass(frozen=True)
class Quotations:
    """All quotation marks and brackets of a text.

    marks: quotation marks in order (no apostrophes). pairs: quotations, by their start; they may be nested. A pair may
    have a blank on the wrong side of a mark. unpaired: quotation marks that lack their partner; single marks, which may
    be apostrophes, are never among them. bracket_marks, brackets, unpaired_brackets: the same for brackets.
    """

    marks: tuple[Mark, ...]
    pairs: tuple[Quotation, ...]
    unpaired: tuple[Mark, ...]
    bracket_marks: tuple[Mark, ...]
    brackets: tuple[Quotation, ...]
    unpaired_brackets: tuple[Mark, ...]

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """What lies in quotation marks, the marks included: sorted, not overlapping."""
        return merge_spans(Span(pair.open.start, pair.close.end) for pair in self.pairs)

    def around(self, offset: int) -> Span | None:
        """The quotation that the character at `offset` lies in, with its marks; of nested ones the outermost."""
        index = bisect_right(self.quoted, (offset, offset)) - 1
        candidates = self.quoted[max(index, 0) : index + 2]
        return next((span for span in candidates if span.start <= offset < span.end), None)

    def inside(self, offset: int) -> bool:
        """Whether the character at `offset` lies in a quotation (or is one of its marks)."""
        return self.around(offset) is not None


# The class comes first so that the pattern is tried at such characters only: three times as fast.
_QUOTE = re.compile(
    r"[`\"“”„‟«»‹›「」『』《》‚‘’'‛](?:"
    r"(?<=`)`|(?<=')'|(?<=[\"“”„‟«»‹›「」『』《》‚])"
    r"|(?<=[‘’'‛])(?:(?<![\w’'].)(?=[\w“\"(]|[’']\w)|(?<=\S[‘’'])(?!\w)))"
)
_STYLES = {
    "straight": '"', "curly": "“”„‟", "angle": "«»", "single": "'‘’‚‛", "single-angle": "‹›", "corner": "「」",
    "white-corner": "『』", "title": "《》", "latex": ("``", "''"),
}  # fmt: skip
_STYLE = {sign: style for style, signs in _STYLES.items() for sign in signs}
_DOUBLE = frozenset({"straight", "curly", "angle", "latex"})
_FIXED_SIDE = dict.fromkeys(("「", "『", "《", "``", "„", "‚", "‟"), "open") | dict.fromkeys("」』》", "close")
_USUAL_SIDE = dict.fromkeys("“«‹‘", "open") | dict.fromkeys("”»›’", "close")
_OPENS_AFTER = frozenset("([{<—–-/=:¡¿“„«‘‹\"'")
_CLOSES_BEFORE = frozenset(".,;:!?…)]}>—–-/%”»’›\"'。，、")
_ELISION = re.compile(
    r"['’‘](?:\d\ds?|tis|twas|twere|em|n|cause|til|till|bout|round|cos|s|cept)(?!\w)|['’‘]un(?![\w-])", re.IGNORECASE
)
_INNER_STOP = re.compile(r"[.!?…][\"”»]?\s+[\"“«]?[^\W\d_]")
_GOES_ON = re.compile(r"[.,]?\s+[a-zа-я]")
_LINE_END = re.compile(r"[ \t]*(?:[\r\n]|\Z)")
_POSSESSIVE = re.compile(r"\s[^\W\d_A-Z]")
_GERSHAYIM = frozenset({"straight", "curly"})
_HEBREW = re.compile('[א-ת]["”“][א-ת]')
_NAMES_SPEAKER = re.compile(
    r" ?(?:(?:he|she|they) )?(?:said|says|added|explained|noted|stressed|emphasi[sz]ed|concluded|recalled)\b"
    r"(?! [a-z]+[,.?!])"
)
_MAX_BLOCKS = 12
"""How many paragraphs further on a quotation that repeats no mark may close."""


def pair_quotations(text: str, blocks: Sequence[Block], lang: str) -> Quotations:
    """Pair the quotation marks and brackets of `text`; `lang` settles what “ means where „ is used."""
    if not blocks:
        return Quotations((), (), (), (), (), ())
    marks = _find_marks(text, blocks, lang)
    quotes = _pair_marks(text, blocks, marks) if marks else Pairing()
    bracket_marks = find_brackets(text, blocks)
    brackets = pair_brackets(text, bracket_marks) if bracket_marks else Pairing()
    return Quotations(
        marks=tuple(marks),
        pairs=tuple(sorted(quotes.pairs)),
        unpaired=tuple(sorted(quotes.unpaired)),
        bracket_marks=tuple(bracket_marks),
        brackets=tuple(sorted(brackets.pairs)),
        unpaired_brackets=tuple(sorted(brackets.unpaired)),
    )


def _find_marks(text: str, blocks: Sequence[Block], lang: str) -> list[Mark]:
    """All quotation marks with their sides."""
    ends = [block.span.end for block in blocks]
    german = lang != "en" and "„" in text
    # Two apostrophes are a mark where two grave accents open or a second pair of them stands.
    doubled = "``" in text or text.count("''") > 1
    marks: list[Mark] = []
    for match in _QUOTE.finditer(text):
        start, end = match.span()
        sign = match.group()
        style = _STYLE[sign]
        if style in _GERSHAYIM and _HEBREW.match(text, start - 1):
            continue  # ד"ר: the mark of an abbreviation
        if (style == "single" and _ELISION.match(text, start)) or (sign == "''" and not doubled):
            continue
        side = _side(text, start, end, sign)
        if side != "close" and sign in '"“”' and text[start - 1 : start].isspace() and _LINE_END.match(text, end):
            side = "close"  # nothing can be quoted behind it
        elif side != "close" and sign in '"“”' and text.startswith(", ", start - 2) and _NAMES_SPEAKER.match(text, end):
            side = "close"  # `the boats are old, "said the mayor`
        if german and sign == "“" and not text[start - 1 : start].isspace():
            side = "close"
        marks.append(Mark(Span(start, end), style, side, min(bisect_right(ends, start), len(ends) - 1)))
    return marks


def _side(text: str, start: int, end: int, sign: str) -> str:
    """Open, close or either, by the neighbours where the sign itself allows both."""
    if sign in _FIXED_SIDE:
        return _FIXED_SIDE[sign]
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    room_before = before.isspace() or before in _OPENS_AFTER
    room_after = after.isspace() or after in _CLOSES_BEFORE
    if room_before != room_after:
        return "open" if room_before else "close"
    if sign in _USUAL_SIDE:
        return _USUAL_SIDE[sign]
    if room_before and before.isspace() != after.isspace():
        return _side_in_room(before, text[end : end + 3])
    return "either"


def _side_in_room(before: str, follows: str) -> str:
    """The side of a straight mark with a blank on one side and a mark that may stand on either side on the other."""
    if before.isspace():
        if follows[0] in "…([\"'“‘" or follows == "...":
            return "open"
        return "close" if follows[0] in ",.;:!?)" else "either"
    return "close" if before in ")]\"'”’…" else "either"


def _pair_marks(text: str, blocks: Sequence[Block], marks: Sequence[Mark]) -> Pairing:
    """Pair within each block first, then what is left over across blocks."""
    pairing = Pairing()
    left: list[Mark] = []
    starts: dict[str, dict[int, Mark]] = {}
    position = 0
    while position < len(marks):
        first = marks[position]
        until = position
        while until < len(marks) and marks[until].block == first.block:
            until += 1
        if first.side != "close" and first.span.start == blocks[first.block].span.start:
            starts.setdefault(first.style, {})[first.block] = first
        left += _pair_in_block(text, marks[position:until], pairing)
        position = until
    if left:
        for style in sorted({mark.style for mark in left}):
            across = _Across(text, blocks, starts.get(style, {}), pairing)
            across.pair([mark for mark in left if mark.style == style])
        _read_by_parity(text, pairing)
        _pair_mixed(text, blocks, pairing)
        _prefer_later_close(text, marks, pairing)
        if "``" not in text:
            pairing.unpaired = [mark for mark in pairing.unpaired if mark.style != "latex"]
    return pairing


def _pair_in_block(text: str, marks: Sequence[Mark], pairing: Pairing) -> list[Mark]:
    """Pair the marks of one block; returns the double marks left over, each with the side it must have."""
    stack: list[Mark] = []
    left: list[Mark] = []
    for index, mark in enumerate(marks):
        partner = _partner(stack, mark)
        if mark.side == "open" or (mark.side == "either" and partner is None):
            stack.append(mark._replace(side="open"))
        elif partner is not None:
            if mark.style == "single" and _is_possessive(text, mark, marks[index + 1 :]):
                continue
            left += stack[partner + 1 :]
            pairing.join(stack[partner], mark)
            del stack[partner:]
        elif mark.style != "straight" or not text[mark.span.start - 1 : mark.span.start].isdecimal():
            left.append(mark)
    return sorted(mark for mark in (*left, *stack) if mark.style != "single")


def _partner(stack: Sequence[Mark], mark: Mark) -> int | None:
    """Index of the opening mark that `mark` closes: the nearest of its style, else the nearest of another."""
    other: int | None = None
    for index in range(len(stack) - 1, -1, -1):
        style = stack[index].style
        if style == mark.style:
            return index
        if style in _DOUBLE:
            if mark.style == "single":
                return None  # an apostrophe may not tear a quotation open
            if other is None and mark.style in _DOUBLE:
                other = index
    return other


def _is_possessive(text: str, mark: Mark, later: Sequence[Mark]) -> bool:
    """Whether a single mark after an s is an apostrophe ("the players’ union’"): the next one closes better."""
    start, end = mark.span
    if text[start - 1] not in "sS" or not _POSSESSIVE.match(text, end):
        return False
    return next((other.side == "close" for other in later if other.style == "single"), False)


class _Across:
    """Pairs the marks of one style that are left over after the blocks; an opening one waits for a closing one.

    starts: opening marks at the start of a block, paired there or not; where the next block has one, it repeats the
    waiting mark.
    """

    def __init__(self, text: str, blocks: Sequence[Block], starts: Mapping[int, Mark], pairing: Pairing) -> None:
        self.text = text
        self.blocks = blocks
        self.starts = starts
        self.pairing = pairing
        self.waiting: Mark | None = None
        self.repeats: list[Mark] = []

    def pair(self, left: Sequence[Mark]) -> None:
        """Go through the marks in order."""
        for mark in left:
            if self.waiting is None or not self._takes(self.waiting, mark):
                if mark.side == "close" or is_attributed(self.text, mark, self.blocks[mark.block]):
                    self.pairing.leave(mark)
                else:
                    self.waiting, self.repeats = mark, []
        if self.waiting is not None:
            self._follow_repeats(self.waiting, len(self.blocks))
            self._give_up(self.waiting)

    def _takes(self, waiting: Mark, mark: Mark) -> bool:
        """Whether `mark` belongs to the waiting quotation or is settled by it; otherwise that one is given up."""
        last = self._follow_repeats(waiting, mark.block)
        if mark.side == "open" and self.starts.get(mark.block) == mark and mark.block == last.block + 1:
            self.repeats.append(mark)
            return True
        closes = mark.side == "close" and mark.block - last.block <= _MAX_BLOCKS
        if closes and (self.repeats or _opens_speech(self.text, self.blocks[waiting.block], waiting)):
            self.pairing.join(waiting, mark, self.repeats)
            self.waiting, self.repeats = None, []
            return True
        if mark.side == "open" and mark.block == waiting.block and self._at_start(waiting):
            # A paragraph that opens a quotation and has a second mark like it: the first one may go on.
            self.pairing.leave(mark)
            return True
        self._give_up(waiting)
        self.waiting, self.repeats = None, []
        return False

    def _follow_repeats(self, waiting: Mark, until: int) -> Mark:
        """The last mark that repeats `waiting` in the blocks right after its own and before block `until`."""
        last = self.repeats[-1] if self.repeats else waiting
        while last.block + 1 < until and last.block + 1 in self.starts:
            last = self.starts[last.block + 1]
            self.repeats.append(last)
        return last

    def _give_up(self, waiting: Mark) -> None:
        """Report an opening mark that found no partner, unless the next block repeats it.

        In text cut into one sentence a paragraph, a quotation that is opened again some paragraphs later is one
        quotation with a stray second mark rather than a quotation never closed.
        """
        if self.repeats:
            self._end_repeated(waiting)
            return
        later = next((at for at in range(waiting.block + 1, waiting.block + _MAX_BLOCKS) if at in self.starts), None)
        if later is not None and self._at_start(waiting) and self._is_cut_up:
            again = self.starts[later]
            for index, pair in enumerate(self.pairing.pairs):
                if pair.open == again.span:
                    self.pairing.pairs[index] = pair._replace(open=waiting.span)
                    self.pairing.leave(again._replace(side="open"))
                    return
        self.pairing.leave(waiting)

    def _end_repeated(self, waiting: Mark) -> None:
        """Let a quotation that later blocks repeat end where the last of them closes; report that one if none does."""
        last = self.repeats[-1].span
        for index, pair in enumerate(self.pairing.pairs):
            if pair.open == last:
                repeats = tuple(mark.span for mark in self.repeats)
                self.pairing.pairs[index] = Quotation(waiting.span, pair.close, waiting.style, repeats)
                return
        self.pairing.leave(self.repeats[-1]._replace(side="open"))

    def _at_start(self, mark: Mark) -> bool:
        """Whether `mark` is the first character of its block."""
        return mark.span.start == self.blocks[mark.block].span.start

    @cached_property
    def _is_cut_up(self) -> bool:
        """Whether most paragraphs of the text are a single sentence."""
        several = sum(_INNER_STOP.search(self.text, *block.span) is not None for block in self.blocks)
        return len(self.blocks) >= 5 and several * 4 <= len(self.blocks)


def _opens_speech(text: str, block: Block, mark: Mark) -> bool:
    """Whether an opening mark stands where a longer quotation may begin: at the block's or a sentence's start."""
    start, end = mark.span
    before = text[max(block.span.start, start - 6) : start].rstrip()
    after = text[end : end + 4].lstrip("\"'“‘«…. (")
    says = before.endswith((" said", " says", " told", " added", " wrote"))
    return (says or not before or before[-1] in ':,.!?…—–-"”»') and not after[:1].islower()


def _pair_mixed(text: str, blocks: Sequence[Block], pairing: Pairing) -> None:
    """Join speech over several blocks that opens with a curly mark and closes with a straight one, or vice versa."""
    kept: list[Mark] = []
    for mark in sorted(pairing.unpaired):
        last = kept[-1] if kept else None
        if (
            last is not None
            and last.side == "open"
            and mark.side == "close"
            and {last.style, mark.style} == {"straight", "curly"}
            and 0 < mark.block - last.block <= _MAX_BLOCKS
            and text[max(0, mark.span.start - 3) : mark.span.start].rstrip()[-1:] in ".,!?…"
            and _opens_speech(text, blocks[last.block], last)
        ):
            pairing.join(kept.pop(), mark)
        else:
            kept.append(mark)
    pairing.unpaired = kept


def _read_by_parity(text: str, pairing: Pairing) -> None:
    """Two straight marks left over in one block are a pair with blanks on the wrong side.

    That is one wrong blank where both look the same, and two (`the book" Boats "is`) where they look away from each
    other and little stands between them.
    """
    opened = sorted(pair.open for pair in pairing.pairs)
    closed = sorted(pair.close for pair in pairing.pairs)
    kept: list[Mark] = []
    for mark in sorted(pairing.unpaired):
        last = kept[-1] if kept else None
        # What stands between the two must not open more quotations than it closes, nor close more.
        if (
            last
            and _may_be_pair(text, last, mark)
            and bisect_left(opened, mark.span) - bisect_left(opened, last.span)
            == bisect_left(closed, mark.span) - bisect_left(closed, last.span)
        ):
            pairing.join(kept.pop(), mark)
        else:
            kept.append(mark)
    pairing.unpaired = kept


def _may_be_pair(text: str, first: Mark, second: Mark) -> bool:
    """Whether two straight marks left over can be a pair with misplaced blanks."""
    if first.style != "straight" or second.style != "straight" or first.block != second.block:
        return False
    if first.side == second.side:
        return True
    between = text[first.span.end : second.span.start]
    return first.side == "close" and len(between) <= 60 and not any(sign in ".!?…" for sign in between)


def _prefer_later_close(text: str, marks: Sequence[Mark], pairing: Pairing) -> None:
    """Of two closing marks in a row the one after which the sentence goes on is the stray one.

    In `“in an armed war”. conflict,” he said` pairing from the left takes the first.
    """
    spans = [mark.span for mark in marks]
    by_close = {pair.close: index for index, pair in enumerate(pairing.pairs)}
    for index, mark in enumerate(pairing.unpaired):
        at = bisect_left(spans, mark.span) - 1
        if mark.side != "close" or at < 0 or marks[at][1:] != mark[1:] or spans[at] not in by_close:
            continue
        if text[mark.span.start - 1] in ",.!?…" and _GOES_ON.match(text, spans[at].end):
            pair = by_close.pop(spans[at])
            pairing.pairs[pair] = pairing.pairs[pair]._replace(close=mark.span)
            pairing.unpaired[index] = marks[at]
