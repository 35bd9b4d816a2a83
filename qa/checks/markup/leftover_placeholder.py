"""Placeholders that nobody filled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.markup._tags import LETTER
from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable
from qa.core.finding import Finding
from qa.core.span import Span
from qa.text.rare_pattern import RarePattern

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_NAME = r"[A-Za-z_][\w.-]{0,40}"
# Each pattern begins with its sign, so that a text without the sign is passed over quickly.
_SURE = (
    (
        "{",
        RarePattern(
            rf"\{{\{{\s?[#/^]?[A-Za-z_][^{{}}\n]{{0,80}}\}}\}}|\{{%[^{{}}\n]{{1,80}}%\}}"
            rf"|\{{(?<!{LETTER}\{{)(?<![\\{{$#]\{{)(?:\d{{1,2}}|{_NAME})"
            r"(?:[:!][\w.,#]{1,30}|, ?[a-z][\w, ]{1,30})?\}(?!\})"
        ),
    ),
    ("${", RarePattern(rf"\$\{{\s?{_NAME}\s?\}}")),
    ("#{", RarePattern(rf"#\{{\s?{_NAME}\s?\}}")),
    ("%", RarePattern(rf"%(?<![\w%]%)(?:\({_NAME}\)[sdfr]|\d{{1,2}}\$(?:@|[sdf])|%[A-Z_]{{3,30}}%%)")),
    ("[object", RarePattern(r"\[object Object\]")),
    ("undefined undefined", RarePattern(r"\bundefined undefined\b")),
    ("__", RarePattern(r"__(?<![\w#]__)[A-Z][A-Z0-9_]{1,30}__(?!\w)")),
    (
        "<",
        RarePattern(
            rf"<(?<!{LETTER}<)(?<!<<)(?:%[^<>\n]{{1,80}}%|(?:PERSON|PER|NAME|ORG|ORGANI[SZ]ATION|LOCATION|LOC|GPE|DATE"
            r"|NUMBER|NUM|URL|EMAIL|UNK|MASK|PAD|BOS|EOS|unk|pad|bos|eos|s|/s|mask|START|END|TITLE|COMPANY|CITY|COUNTRY)_?\d{0,3})>"
        ),
    ),
    (
        "[",
        RarePattern(
            r"\[(?:(?:INSERT|YOUR|NAME|DATE|TITLE|COMPANY|PLACEHOLDER|TODO|TBD|TK|UNK|MASK|NUMBER|LINK|IMAGE|PHOTO|CITY)"
            r"(?:[ _][A-Za-z0-9 _]{1,40})?|insert [a-z ]{2,40})\]"
        ),
    ),
)
_PRINTF = RarePattern(rf"%(?<!{LETTER}%)(?<![%)]%)(?<!\d %)[sdif](?!{LETTER}|%)")
_LOREM = RarePattern(r"(?<![\"“‘'«])\bLorem ipsum(?: dolor sit amet)?")


class LeftoverPlaceholder(Check):
    """A variable, token or note stands where its value should be.

    What it flags:
        Template variables ({0}, {name}, {{name}}, ${name}, %s, %(name)s), tokens of a translation engine or of
        anonymisation (<unk>, <PERSON>, __NAME__), notes to the writer ([INSERT NAME]), dummy text, [object Object].

    Why it matters:
        The sentence is unfinished, and the reader sees the machine behind it.

    When it is wrong:
        In texts about programming, and in strings of software, where the reader of the format should mask placeholders.

    Sources:
        Python format string syntax and printf-style formatting; ICU MessageFormat; Mustache templates; MQM typology,
        design and markup.
    """

    id = "leftover-placeholder"
    category = Category.MARKUP
    severity = Severity.MAJOR
    confidence = 0.95
    fixable = Fixable.NEVER
    messages = {"placeholder": "Placeholder left in the text: {text}", "dummy": "Dummy text"}
    bad = (
        "Dear [[{name}]], your order was sent on [[{{ date }}]].",
        "The mayor met [[<PERSON>]] and [[__ORG_1__]] on Monday.",
        "You have [[%d]] new messages from [[%1$s]].",
        "The price is [[${price}]] a night.",
        "[[Lorem ipsum dolor sit amet]], said nobody.",
        "The [[<unk>]] was opened in June by [[<unk> <unk> <unk>]].",
        Example("据[[{name}]]报道，[[<unk>]]昨天开业。", lang="zh"),
    )
    good = (
        "Growth was 5% in June.",
        "The set {1, 2, 3} has three members, {x | x > 0} has many.",
        "“[The] mayor [then] left,” he said [sic].",
        "It costs $40 {about €37} a night.",
        "Prices rose by 10% sharply and by 5% in May.",
        "An undefined number of people, a NaN result.",
        "See the [photo] and the [date] below.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        for sign, pattern in _SURE:
            if sign in text.text:
                for span in _runs(text.text, pattern):
                    yield self.finding(segment, span, "placeholder")
        if "%" in text.characters:
            for match in _PRINTF.finditer(text.text):
                yield self.finding(segment, Span(*match.span()), "placeholder")
        if "ipsum" in text.text:
            for match in _LOREM.finditer(text.text):
                yield self.finding(segment, Span(*match.span()), "dummy")


def _runs(prose: str, pattern: RarePattern) -> Iterator[Span]:
    """The places of `pattern`; those with nothing but blanks between them are one ("<unk> <unk> <unk>")."""
    last: Span | None = None
    for match in pattern.finditer(prose):
        if last and not prose[last.end : match.start()].strip(" ") and prose.endswith(match[0], last.start, last.end):
            last = Span(last.start, match.end())
            continue
        if last:
            yield last
        last = Span(*match.span())
    if last:
        yield last
