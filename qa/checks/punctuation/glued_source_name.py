"""A news agency's name glued to the end of a headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Need
from qa.core.document import Role
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

# Agencies, and web sites that are named by their address or by "net".
_AGENCIES = (
    "Xinhua(?: News Agency|net)?|Reuters|AFP|AP|TASS|Interfax|RIA Novosti|RIA|Sputnik|BBC|CNN|CCTV|Chinanews"
    "|China News(?: Service| Network)?|People['’]s Daily(?: Online)?|Global Times|China Daily|RT|RBC|Ukrinform"
    "|Kyodo|Yonhap|Anadolu|DPA|EFE|ANSA|UPI|PTI|ANI|IANS"
)
_SITE = r"(?:(?:Xinhua |www\.)?(?:[A-Za-z]\w*\.)+(?:com|net|org|ru|cn|ua)(?:\.cn)?|Xinhuanet|Sinanet)"
# "ex-BBC" and "Kantar-TASS" are compounds; behind a small word an agency's name is none.
_GLUED = re.compile(rf"[-–—_|](?<=[\w\"”)!?.].)(?:(?P<site>{_SITE})|(?P<agency>{_AGENCIES}))(?=\.?$)")
_COMPOUND = re.compile(r"(?:\b(?:ex|non|anti|pro|pre|post|multi|co|all|semi)|\b[A-ZÀ-Þ][\w.]*)$")
_SPACED = re.compile(rf"[-–—_|](?<=[\w\"”)!?.%] .) ?(?P<site>{_SITE})(?P<agency>)(?=\.?$)")
_LEAST_WORDS = 3
_LONGEST = 40


class GluedSourceName(Check):
    """The name of an agency or web site hangs on the end of a headline.

    What it flags:
        "the harbour is full-Xinhua" and "the harbour is full - Lenknews.com".

    Why it matters:
        The name belongs to the page the text was taken from, not to the headline.

    When it is wrong:
        A source behind a spaced dash ("Harbour full – Reuters") is a form of English headlines and left alone, unless
        it is a web address.

    Sources:
        Judged on machine translations of news from Chinese, where titles of web pages end so.
    """

    id = "glued-source-name"
    category = Category.ADDITION
    severity = Severity.MINOR
    confidence = 0.88
    languages = ENGLISH
    needs = frozenset({Need.BLOCKS})
    fixable = Fixable.ALWAYS
    unstable_under = {
        "paragraph-before-1": "the first line is the title of a page",
        "paragraph-before-2": "the first line is the title of a page",
        "twice": "the first line is the title of a page",
    }
    messages = {"glued": "“{name}” hangs on the end of the line"}
    bad = (
        "The harbour is full again[[-Xinhua->]]\n\nThe ferry was late.",
        "The harbour is very busy now[[-Xinhua->]].\n\nThe ferry was late.",
        "The mayor opens the “old harbour”[[ - Lenknews.com->]]\n\nThe ferry was late.",
        "The harbour is open again after the storm[[ - lenknews.com->]]\n\nThe ferry was late.",
        "The harbour will be open again in May[[ -Xinhuanet->]]\n\nThe ferry was late.",
    )
    good = (
        "The harbour is full again – Reuters\n\nThe ferry was late.",
        "The harbour is full again, says Xinhua.",
        "She worked for all the papers that were non-AP.\n\nThe survey was made by Marlow-TASS.",
        "Photo: Dara Lenk/AP",
        "The ferry was late.\n\nTickets for the play at the harbour - lenknews.com",
        "Read more at the site of the port - www.lenk.com",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        prose, is_only = text.text, len(text.blocks) == 1
        for start, end in (block.span for block in text.blocks if block.role is not Role.CAPTION):
            for pattern in (_GLUED, _SPACED):
                match = pattern.search(prose, max(start, end - _LONGEST), end)
                if match is None:
                    continue
                # A small address is a contact, except behind the title of a page.
                if match["site"] and match["site"][0].islower() and (start != text.blocks[0].span.start or is_only):
                    continue
                headline = prose[start : match.start()]
                if headline.count(" ") < _LEAST_WORDS or (match["agency"] and _COMPOUND.search(headline)):
                    continue
                span = Span(match.start() - (headline[-1] in " \u00a0"), match.end())
                name = match["site"] or match["agency"]
                yield self.finding(segment, span, "glued", fixes=[replace(span, "")], name=name)
