"""Currency signs on the wrong side of the amount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable, Need
from qa.core.document import Segment
from qa.core.finding import Finding
from qa.core.fix import Applicability, replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.text.analysis import Analysis

# English: behind the number ("5$", "5 million €"), or before it with a blank ("€ 5").
_SIGN = re.compile(r"[$€£¥]")
_AMOUNT_BEFORE = re.compile(
    r"(?<![\w.,$€£¥])[0-9]+(?:[.,][0-9]+)*"
    r"(?:[ \u00a0](?:thousand|million|billion|trillion|mln|bln)|(?:bn|mn|m|k)\Z)?[ \u00a0\u202f]?\Z"
)
_NO_AMOUNT_AFTER = re.compile(r"(?![0-9A-Za-z]|[ \u00a0][0-9])")
_BLANK_AFTER = re.compile(r"[ \u00a0\u202f](?=[0-9])")
_FIGURE_AFTER = re.compile(r"[ \u00a0\u202f]?(?P<amount>[0-9]+(?:[ .,\u00a0\u202f][0-9]+)*)(?![\w.,]?\d|\w)")
_MAGNITUDE_AFTER = re.compile(r"[ \u00a0](?:m[ilлин]|b[il]|M|B|мл|тыс|tys|\d)")
_EURO_BEHIND = frozenset({"fr", "es", "pl", "ru", "uk"})
_BLANK = 0.9
_EURO = 0.85


class MisplacedCurrencySign(Check):
    """A currency sign on the side of the amount where the language does not put it.

    What it flags:
        "5$", "5 million €" and "€ 5" in English, which writes the sign before the amount without a blank; "€5" in
        French, Spanish, Polish, Russian and Ukrainian, which write it behind.

    Why it matters:
        It is the habit of the source language, or of template text, and jars at once.

    When it is wrong:
        In prices quoted as they stand on a sign, and in code; after letters ("US$ 5", as the United Nations write)
        nothing is flagged.

    Sources:
        The Chicago Manual of Style, chapter “Numbers”; the Interinstitutional Style Guide of the European Union, "Rules
        for expressing monetary units"; CLDR currency patterns.
    """

    id = "misplaced-currency-sign"
    category = Category.CURRENCY_FORMAT
    severity = Severity.MINOR
    confidence = 0.94
    languages = frozenset({"en"}) | _EURO_BEHIND
    needs = frozenset({Need.QUOTATIONS})
    fixable = Fixable.ALWAYS
    messages = {
        "behind": "The currency sign stands before the amount: {fixed}",
        "blank": "Blank after the currency sign",
        "before": "The sign stands behind the amount: {fixed}",
    }
    bad = (
        "The ticket costs [[5$->$5]] and the trip [[12,500 €->€12,500]].",
        "The firm lost [[10m$->$10m]] in a year.",
        "They spent [[3.5 million £->£3.5 million]] on it.",
        "The ticket costs €[[ ->]]5 and the book $[[ ->]]12.50.",
        Example("Le billet coûte [[€5->5\u00a0€]].", lang="fr"),
        Example("Билет стоит [[€5->5\u00a0€]].", lang="ru"),
    )
    good = (
        "The ticket costs $5, the trip €12,500, and five $10 notes lay there.",
        "The agency gave US$ 5 million.",
        "Variables $1 and $2, and 5 $20 bills.",
        "The price fell by 20 ¢.",
        "Write 5$x in the field, or the sign $ alone.",
        "“Only 5$!” the sign said.",
        Example("Le billet coûte 5 €.", lang="fr"),
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        if not text.characters & {"$", "€", "£", "¥"}:
            return
        prose = text.text
        for match in _SIGN.finditer(prose):
            if text.quotations.inside(match.start()):
                continue
            judge = self._english if text.base_lang == "en" else self._euro
            finding = judge(segment, prose, match)
            if finding:
                yield finding

    def _english(self, segment: Segment, prose: str, match: re.Match[str]) -> Finding | None:
        start, end = match.span()
        amount = _AMOUNT_BEFORE.search(prose, max(0, start - 30), start)
        blank = _BLANK_AFTER.match(prose, end)
        if amount and _NO_AMOUNT_AFTER.match(prose, end):
            span = Span(amount.start(), end)
            fixed = match.group() + amount.group().rstrip()
            return self.finding(segment, span, "behind", fixes=[replace(span, fixed)], fixed=fixed)
        before = prose[start - 1 : start]
        if blank and not amount and not before.isalnum() and before not in ".$€£¥":
            span = Span(end, end + 1)
            fix = replace(span, "", Applicability.SAFE)
            return self.finding(segment, span, "blank", fixes=[fix], confidence=_BLANK)
        return None

    def _euro(self, segment: Segment, prose: str, match: re.Match[str]) -> Finding | None:
        amount = _FIGURE_AFTER.match(prose, match.end())
        before = prose[max(0, match.start() - 2) : match.start()].strip()[-1:]
        if match.group() != "€" or amount is None or before.isdigit() or _MAGNITUDE_AFTER.match(prose, amount.end()):
            return None
        span = Span(match.start(), amount.end())
        fixed = f"{amount['amount']}\u00a0€"
        return self.finding(segment, span, "before", fixes=[replace(span, fixed)], confidence=_EURO, fixed=fixed)
