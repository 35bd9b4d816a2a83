"""A sound check, and copies of it with one bug each, as they happened in other checkers."""

from __future__ import annotations

import re

from qa.core.category import Category
from qa.core.check import ENGLISH, Check, Example, Fixable, Need
from qa.core.fix import Applicability, replace
from qa.core.span import Span

_BLANK = re.compile(r"(?<=\d) (?=%)")


class BlankBeforePercent(Check):
    """A blank stands between a number and its percent sign.

    What it flags:
        “5 %”.

    Why it matters:
        For tests.

    When it is wrong:
        Never.

    Sources:
        None.
    """

    id = "blank-before-percent"
    category = Category.NUMBER_FORMAT
    languages = ENGLISH
    fixable = Fixable.ALWAYS
    messages = {"blank": "Blank before the percent sign"}
    bad = (
        "Prices rose by 5[[ ->]]% in May.",
        "Some 10[[ ->]]% agreed, and 20[[ ->]]% did not.",
        "The café 🎉 fell by 3.5[[ ->]]%.",
    )
    good = ("Prices rose by 5% in May.", "Some 10 percent agreed.", "The key 5 is beside the key %.")

    def __init_subclass__(cls):
        cls.__doc__ = BlankBeforePercent.__doc__

    def check_segment(self, segment, text):
        for match in _BLANK.finditer(text.text):
            yield self.report(segment, Span(*match.span()))

    def report(self, segment, span, new=""):
        return self.finding(segment, span, "blank", fixes=[replace(span, new, Applicability.SAFE)])


class OffByOne(BlankBeforePercent):
    def check_segment(self, segment, text):
        for match in _BLANK.finditer(text.text):
            yield self.report(segment, Span(*match.span()).shift(1))


# Looks the matched characters up again, and finds the first that look so.
class FirstMatch(BlankBeforePercent):
    def check_segment(self, segment, text):
        for match in re.finditer(r"\d %", text.text):
            start = text.text.find(match.group()) + 1
            yield self.report(segment, Span(start, start + 1))


# Counts UTF-16 units where code points are meant.
class Utf16(BlankBeforePercent):
    def check_segment(self, segment, text):
        for match in _BLANK.finditer(text.text):
            start = len(text.text[: match.start()].encode("utf-16-le")) // 2
            yield self.report(segment, Span(start, start + 1))


class WrongFix(BlankBeforePercent):
    def report(self, segment, span, new=""):
        return super().report(segment, span, "\u00a0")


class IdleFix(BlankBeforePercent):
    def report(self, segment, span, new=""):
        return super().report(segment, span, " ")


# Makes three blanks two: a second run finds the rest.
class HalfFix(BlankBeforePercent):
    bad = ("Prices rose by 5[[   ->  ]]% in May.", *BlankBeforePercent.bad[:2])

    def check_segment(self, segment, text):
        for match in re.finditer(r"(?<=\d) +(?=%)", text.text):
            yield self.report(segment, Span(*match.span()), match.group()[1:])


class NoFix(BlankBeforePercent):
    def report(self, segment, span, new=""):
        return self.finding(segment, span, "blank")


class HiddenNeed(BlankBeforePercent):
    def check_segment(self, segment, text):
        return super().check_segment(segment, text) if len(text.words) else iter(())


class IdleNeed(BlankBeforePercent):
    needs = frozenset({Need.SENTENCES})


class ForeignExample(BlankBeforePercent):
    good = (*BlankBeforePercent.good, Example("Es stieg um 5 %.", lang="de"))


class UnshownMessage(BlankBeforePercent):
    messages = {"blank": "Blank before the percent sign", "never": "Nobody sees this"}


class FullStop(BlankBeforePercent):
    messages = {"blank": "Blank before the percent sign."}


# Forgets to forget.
class Memory(BlankBeforePercent):
    def check_segment(self, segment, text):
        self.seen = getattr(self, "seen", 0) + 1
        return super().check_segment(segment, text) if self.seen == 1 else iter(())


# Takes for granted that something follows.
class Crash(BlankBeforePercent):
    def check_segment(self, segment, text):
        for match in re.finditer(" ", text.text):
            if text.text[match.start() - 1].isdigit() and text.text[match.end()] == "%":
                yield self.report(segment, Span(*match.span()))


# Ends behind the end of a text that ends with the mark.
class Overreach(BlankBeforePercent):
    def check_segment(self, segment, text):
        found = super().check_segment(segment, text)
        at_end = text.text.endswith(" %") and text.text[-3:-2].isdigit()
        yield from ([self.report(segment, Span(len(text.text) - 2, len(text.text) + 1))] if at_end else found)


class Eager(BlankBeforePercent):
    def check_segment(self, segment, text):
        for match in re.finditer(" (?=%)", text.text):
            yield self.report(segment, Span(*match.span()))


class FewExamples(BlankBeforePercent):
    bad = BlankBeforePercent.bad[:1]


class TwiceTheSame(BlankBeforePercent):
    good = (*BlankBeforePercent.good, BlankBeforePercent.good[0])


class Unfilled(BlankBeforePercent):
    messages = {"blank": "Blank before {sign}"}


class SomeTitle(Check):
    """The title of a text that asks for more.

    What it flags:
        “%” in the good examples of another check.

    Why it matters:
        For tests.

    When it is wrong:
        Always.

    Sources:
        None.
    """

    id = "percent-sign"
    category = Category.NUMBER_FORMAT
    messages = {"sign": "A percent sign"}
    bad = ("Some 5[[%]].", "Some 7[[%]] more.", "Less than 1[[%]].")
    good = ("Some.", "More.", "Less.")

    def check_segment(self, segment, text):
        for match in re.finditer("%", text.text):
            yield self.finding(segment, Span(*match.span()), "sign")
