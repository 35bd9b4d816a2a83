"""Amounts of one currency written with the sign and with the word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.checks._places import Place, in_order
from qa.checks.numbers._odd_one_out import is_running_prose, report, split_by_use
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Granularity, Need
from qa.core.finding import Finding
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Document
    from qa.text.analysis import Analysis

_AMOUNT = r"[0-9]+(?:[.,][0-9]+)*(?:[ \u00a0-](?:hundred|thousand|million|billion|trillion|mln|bln|mn|bn|m|b)\b)?"
_SIGN = re.compile(rf"(?P<sign>[$€£₽])(?P<amount>{_AMOUNT})(?![\w-])")
_MAGNITUDE = re.compile(r"[$€£][0-9]+(?:[.,][0-9]+)*(?:(?P<short>bn|mn|tn|m|b)|[ \u00a0](?:m|b|tr)illion)\b")
_LETTERS, _WORDS = "$5m", "$5 million"
_WHOLE = {"m": "million", "mn": "million", "b": "billion", "bn": "billion", "tn": "trillion"}
_CODE = re.compile(
    rf"\b(?P<sign>USD|EUR|GBP|RUB|RMB|CNY)[ \u00a0]?(?P<amount>{_AMOUNT})(?![\w-]|[.,]\d|[ \u00a0][Yy]uan)"
)
_BEHIND = re.compile(
    rf"(?<![\w.,$€£¥₽-])(?P<amount>{_AMOUNT})[ \u00a0]"
    r"(?P<word>(?:US |U\.S\. |American )?dollars|euros?|r(?:o|)ubles|yuan|USD|EUR|RUB)\b"
)
_CURRENCY = {
    "$": "$", "USD": "$", "dollars": "$", "€": "€", "EUR": "€", "euro": "€", "euros": "€", "£": "£", "GBP": "£",
    "₽": "₽", "RUB": "₽", "rubles": "₽", "roubles": "₽",
    "RMB": "yuan", "CNY": "yuan", "yuan": "yuan",
}  # fmt: skip
_CODES = ("USD", "EUR", "GBP", "RUB", "RMB", "CNY")
_SIGNS = frozenset("$€£")
_NAMES = frozenset(name.lower() for name in _CURRENCY if name.isalpha())
_OTHER_DOLLARS = re.compile(r"(?:A|C|CA|AU|HK|NZ|S|NT|R|US|U\.S\.)[ \u00a0]?\Z")
_SEVERAL_DOLLARS = re.compile(
    r"\b(?:A|C|CA|AU|HK|NZ|S|NT)[ \u00a0]?\$|\b(?:Hong Kong|Canadian|Australian|Taiwan|Zealand) dollars"
)
_YEAR_DOLLARS = re.compile(r"(?:19|20)[0-9]{2}")  # "in 2018 U.S. dollars"
# The form that English news use where the article itself decides nothing.
_RANK = {"sign": 0, "word": 1, "code": 2}
_SHOWN = {
    ("$", "sign"): "$5", ("$", "word"): "5 dollars", ("$", "code"): "USD 5", ("€", "sign"): "€5",
    ("€", "word"): "5 euros", ("€", "code"): "EUR 5", ("£", "sign"): "£5", ("£", "word"): "5 pounds",
    ("£", "code"): "GBP 5", ("₽", "sign"): "₽5", ("₽", "word"): "5 rubles", ("₽", "code"): "RUB 5",
    ("yuan", "sign"): "", ("yuan", "word"): "5 yuan", ("yuan", "code"): "RMB 5",
}  # fmt: skip
_CLOSE = 0.9


class MixedCurrencyStyle(Check):
    """Amounts of one currency are written in two ways in one article.

    What it flags:
        The rarer of "$5 million", "5 million dollars" and "USD 5 million", and the same for the euro, the pound, the
        ruble and the yuan. Where both are as frequent, the one that is not usual in English. Also "$5m" beside
        "$5 million".

    Why it matters:
        A house writes amounts one way; the mixture shows pieces of different origin.

    When it is wrong:
        Where dollars of several countries are told apart; amounts with "A$", "HK$" and "Australian dollars" are not
        counted. Quotations, titles, tables, conversions in parentheses, and "a 100-dollar bill" are left alone.

    Sources:
        The Chicago Manual of Style, chapter “Numbers”; The Associated Press Stylebook, "dollars", "euro".
    """

    id = "mixed-currency-style"
    category = Category.CURRENCY_FORMAT
    severity = Severity.MINOR
    confidence = 0.91
    granularity = Granularity.DOCUMENT
    languages = ENGLISH
    needs = frozenset({Need.WORDS, Need.BLOCKS, Need.QUOTATIONS})
    fixable = Fixable.SOMETIMES
    messages = {"odd": "“{text}”: the rest of the article writes “{usual}” ({counts})"}
    bad = (
        "The club paid $12 million in May and $3 million in June. It cost [[9 million dollars->$9 million]] before.",
        "A house costs 5,000 euros, a boat 300 euros, and a mooring [[€40->40 euros]] a day.",
        "They gave $5 million and $7 million; the [[USD 2 million->$2 million]] came late.",
        "A boat costs 300 euros and a mooring 40 euros; the flag costs [[€1]] at the quay.",
        "The deal is worth $5 million and the next $3 million; another one cost [[$7bn->$7 billion]].",
        "It raised 7 million yuan in May. The price was 14 yuan, and [[RMB 160 million->160 million yuan]] is planned.",
        "The toll rose to $3, the fine to [[20 dollars->$20]] a day.",
    )
    good = (
        "The club paid $12 million in May and $3 million in June.",
        "It cost $12 million; “9 million dollars is enough”, he said.",
        "A 100-dollar bill and $12 lay on the table, and a few dollars more.",
        "They paid $12 million, HK$7 million and 5 million U.S. dollars.",
        "They paid $12 million, 5 million Hong Kong dollars and A$3 million.",
        "It cost 5,000 euros ($5,400) and later 7,000 euros ($7,500).",
        "It cost $5 and 300 euros, or RMB 40 yuan.",
        "It cost $5, or $9 in 2018 U.S. dollars.",
        "Five million dollars were spent, $12 million more than planned.",
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        by_currency: dict[str, list[Place]] = {}
        for currency, place in _amounts(texts):
            by_currency.setdefault(currency, []).append(place)
        for currency, places in by_currency.items():
            ranks = {_SHOWN[currency, form]: rank for form, rank in _RANK.items()}
            split = split_by_use(in_order(places), ranks)
            if split:
                yield from report(self, split, _rewritten, _CLOSE)
        split = split_by_use(in_order(_magnitudes(texts)), ties=True)
        if split:
            yield from report(self, split, _respelled, _CLOSE)


def _magnitudes(texts: Sequence[Analysis]) -> Iterator[Place]:
    """Amounts with a sign and a magnitude, in letters or in a word."""
    for text in texts:
        if not _SIGNS & text.characters:
            continue
        for match in _MAGNITUDE.finditer(text.text):
            span = Span(*match.span())
            if is_running_prose(text, span, parentheses=False):
                yield Place(text, span, _LETTERS if match["short"] else _WORDS)


def _respelled(written: str, usual: str) -> str:
    """The amount with its magnitude as a word; empty for letters, of which there are several sets."""
    match = re.fullmatch(r"(.*[0-9])([a-z]+)", written)
    return f"{match[1]} {_WHOLE[match[2]]}" if match and usual == _WORDS else ""


def _amounts(texts: Sequence[Analysis]) -> Iterator[tuple[str, Place]]:
    """Amounts in running prose with their currency."""
    several = any(
        _SEVERAL_DOLLARS.search(text.text)
        for text in texts
        if "$" in text.characters or "dollars" in text.words.vocabulary
    )
    for text in texts:
        patterns = [(_SIGN, "sign")] if _CURRENCY.keys() & text.characters else []
        patterns += [(_CODE, "code")] if any(code in text.text for code in _CODES) else []
        patterns += [(_BEHIND, "word")] if _NAMES & text.words.vocabulary else []
        for pattern, form in patterns:
            for match in pattern.finditer(text.text):
                span = Span(*match.span())
                name = match["word" if form == "word" else "sign"].split()[-1]
                if _OTHER_DOLLARS.search(text.text, max(0, span.start - 4), span.start):
                    continue
                if several and name == "dollars" and " " in match["word"]:
                    continue
                if form == "word" and _YEAR_DOLLARS.fullmatch(match["amount"]):
                    continue
                if is_running_prose(text, span, parentheses=False):
                    currency = _CURRENCY[name]
                    shown = _SHOWN[currency, "code" if name in _CODES else form]
                    yield currency, Place(text, span, shown)


def _rewritten(written: str, usual: str) -> str:
    """The amount in the usual form; empty where the amount is not found or the name wants its singular."""
    amount = re.search(_AMOUNT, written)
    if amount is None or (amount.group() == "1" and usual.endswith("s")):
        return ""
    if usual.startswith("5"):
        return f"{amount.group()} {usual[2:]}"
    return f"{usual[:-1]}{amount.group()}"
