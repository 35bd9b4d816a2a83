"""One term written with capitals and without in one article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.checks._places import Place, in_order, matches, related_of
from qa.checks.consistency._named_nouns import BEHIND_NAMES, behind_names, labels, offices
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Granularity, Need
from qa.core.document import Role
from qa.core.finding import Evidence, Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Document
    from qa.text.analysis import Analysis
    from qa.text.lexicon import Lexicon

# "the" and the capitalised words after it; begins with letters that are quick to search for.
_CAPITALISED = re.compile(r"he[ \u00a0]([A-Z][a-z]+(?:[ \u00a0][A-Z][a-z]+){0,5})(?!['’]?[\w-]|[ \u00a0]?[A-Z&(\d])")
_SINGLE = re.compile(r"(?<=[a-z,] )Internet(?![\w-]| [A-Z]| of\b)")
_TITLE_WORD = re.compile(r"[\w,:][ \u00a0][A-Z][a-z]+[ \u00a0]$")
# Initialisms said as words, which some houses write like names.
_SAID_AS_WORDS = ("NATO", "UNESCO", "UNICEF", "NASA", "OPEC", "FIFA", "UEFA", "ASEAN", "BRICS", "COVID")
_SAID_SMALL = frozenset(map(str.lower, _SAID_AS_WORDS))
_SAID = re.compile(r"\b(?:" + "|".join(f"{word}|{word.capitalize()}" for word in _SAID_AS_WORDS) + r")(?!\w|-[A-Za-z])")
_NEXT = re.compile(
    r"[ \u00a0]+([^\W\d_]+|\d+)(?:[ \u00a0]+(?:(?:the|an?|your|our|my|his|her|its)[ \u00a0]+)?([^\W\d_]+))?"
)
_LAST_WORD = re.compile(r"([\w-]+)[ \u00a0]$")
_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0](?:and|of|or|in|for|to)[ \u00a0]$")
_LEAD = re.compile(r"(?:^|[^\w-])[Tt]he[ \u00a0]((?:[A-Z][\w-]*[ \u00a0])*)$")
_CONTINUES = frozenset("of for and on in at by to".split())
_ALONE = frozenset({"sun", "moon", "universe"})
"""Single words that name one thing and are compared without a nationality before them."""
_INTERNET = "internet"
_EVEN = 0.92
_PAST = frozenset(
    "said says will gave took told met sent went came began knew brought bought won kept spent stood wrote spoke chose"
    " became got fell rose lost led held left paid made found ran grew drew saw".split()
)
"""Verbs that follow a term and are no nouns that it could describe; those in -ed are known by their ending."""

_Key = tuple[str, str]
"""The word before a single-word term ("Russian" in "the Russian Navy"), empty otherwise; the term in lower case."""


class MixedCapitalization(Check):
    """The same thing is written with capitals in one place and without in another.

    What it flags:
        The rarer way: "the Russian Armed Forces" beside "the Russian armed forces", "the Migration Service" beside "the
        migration service", "the Internet" beside "the internet". Only terms that stand by themselves after "the" are
        compared, and nouns such as "region" and "government" behind a proper name ("the Tarsk Region" beside "Tarsk
        region"), the highest offices before "of" and a place, and labels before a number or letter ("Plan A" beside
        "plan B"). Where both are as frequent, the later one. Also "Nato" beside "NATO".

    Why it matters:
        The reader asks whether two things are meant.

    When it is wrong:
        Where a general word and a name happen to share all their words. Other names that contain a term ("the Ministry
        of Defense"), titles before names, headlines, quotations and the beginnings of sentences are not compared.

    Sources:
        The Chicago Manual of Style, chapter “Names, Terms, and Titles of Works”.
    """

    id = "mixed-capitalization"
    category = Category.CAPITALIZATION
    severity = Severity.MINOR
    confidence = 0.9
    granularity = Granularity.DOCUMENT
    languages = ENGLISH
    needs = frozenset({Need.WORDS, Need.SENTENCES, Need.QUOTATIONS, Need.LEXICON})
    fixable = Fixable.ALWAYS
    messages = {"case": "“{text}” here, “{other}” elsewhere ({count} to {counts})"}
    bad = (
        "He leads the Russian armed forces. They supply the armed forces with tents and boots. The bill"
        " went to the Russian [[Armed Forces->armed forces]].",
        "The Harbour Police closed the pier. The Harbour Police said so, and the [[harbour police->Harbour Police]] are"
        " never wrong.",
        "The Russian Navy has a new flag. In May the Russian [[navy->Navy]] will show it.",
        "The Air Force bought ten planes. The [[air force->Air Force]] met the pilots in May.",
        "The NATO summit opened. In May [[Nato->NATO]] leaders will meet again.",
        "The court of the Tarsk [[Region->region]] was shut. In the Tarsk region it rained; the Tarsk region is large.",
        "The house stands in the Beiho area. Its parts are Lenk and the Beiho [[Area->area]], he said.",
        "He was elected as the new Prime Minister of Tonga in May. She is the [[prime minister->Prime Minister]] of"
        " Tonga.",
        "According to Plan A, he speaks on Friday. If that fails, [[plan->Plan]] B is launched.",
        "They met on the internet. Rumours on the internet spread, until the [[Internet->internet]] failed.",
    )
    good = (
        "He leads the Ministry of Defense, and the ministry of health is next door.",
        "He met the Prime Minister Anna Moreau; the prime minister smiled.",
        "The River Trade Council met. A trade council of old was different.",
        "The Leeds Fire Department bought a pump, and the fire department said so.",
        "They read Justice Through the Federal Court in the federal court.",
        "The Special Committee was named. A special committee had failed before, as special committees do.",
        "They called it “the Harbour Police”. Everyone feared the harbour police.",
        "The Danube Convention was signed. The convention is old.",
        "His influential treatise The Social Contract was banned; the social contract is an old idea.",
        "The Big Bang was long ago, and our big bang may not be the only big bang.",
        "Plan A failed, so he has a plan A and a plan B. She went to Khomov School No. 2 and to school No. 3.",
        "The Trade Union met in Tarsk. A court of the Tarsk Region Harbour saw the Tarsk region.",
        "He works in the Tarsk Region Office, and the Tarsk region pays. Tarsk region roads are bad.",
        "A king of Denmark lives beside King of Denmark Square, and the king of Denmark does not.",
        "He read Germany and the Next War while the next war began.",
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        capital: dict[_Key, list[Place]] = {}
        for text in texts:
            for key, span in _capitalised(text):
                capital.setdefault(key, []).append(Place(text, span, key[1]))
        yield from self._said(texts)
        yield from self._named(texts)
        for key, places in capital.items():
            small = [Place(text, span, key[1]) for text in texts for span in _small(key, text)]
            if small:
                own = [place for place in places if _is_prose(place)]
                small = [place for place in small if _is_prose(place)]
                # "the Leeds Fire Department" may be called "the fire department" from then on; the European Space
                # Agency is no French space agency
                leads = {_lead(place) for place in own}
                if own and small and ("" in leads or leads & {_lead(place) for place in small}):
                    yield from self._report(own, small)

    def _named(self, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Generic nouns behind a proper name, offices before "of" and a place, and labels before a letter."""
        found: dict[_Key, tuple[list[Place], list[Place]]] = {}
        for text in texts:
            standing = [noun for noun in behind_names(text) if _stands_alone(text.text, noun.span.end, text.lexicon)]
            for noun in (*standing, *offices(text), *labels(text)):
                found.setdefault(noun.key, ([], []))[not noun.capital].append(Place(text, noun.span, noun.key[1]))
        for capital, small in found.values():
            if capital and small:
                own, common = ([place for place in in_order(places) if _is_prose(place)] for places in (capital, small))
                if own and common:
                    yield from self._report(own, common)

    def _said(self, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Initialisms that stand in capitals and like a name."""
        found: dict[str, tuple[list[Place], list[Place]]] = {}
        for text, match in matches(_SAID, [text for text in texts if text.words.vocabulary & _SAID_SMALL]):
            place = Place(text, Span(*match.span()), match.group())
            if _is_prose(place):
                found.setdefault(match.group().upper(), ([], []))[not match.group().isupper()].append(place)
        for capital, small in found.values():
            if capital and small:
                yield from self._report(capital, small)

    def _report(self, capital: list[Place], small: list[Place]) -> Iterator[Finding]:
        rest, rare = sorted((capital, small), key=lambda places: (-len(places), places[0].position))
        model = rest[0].written
        for place in rare:
            new = model if rest is capital or model[0].isupper() else place.written.lower()
            yield self.finding(
                place.text.segment,
                place.span,
                "case",
                confidence=self.confidence if len(rest) > len(rare) else _EVEN,
                fixes=[replace(place.span, new)],
                evidence=[Evidence("count", f"{model} {len(rest)}, {rare[0].written} {len(rare)}")],
                related=related_of(rest),
                other=model,
                count=len(rare),
                counts=len(rest),
            )


def _capitalised(text: Analysis) -> Iterator[tuple[_Key, Span]]:
    """Capitalised terms that stand by themselves after "the"."""
    prose, lexicon = text.text, text.lexicon
    for match in _CAPITALISED.finditer(prose):
        start = match.start()
        if prose[start - 1 : start] not in ("t", "T") or prose[max(0, start - 2) : max(0, start - 1)].isalnum():
            continue
        if not _stands_alone(prose, match.end(), lexicon) or _opens_title(prose, start - 1):
            continue
        if _TITLE_WORD.search(prose, max(0, start - 20), start - 1):
            continue
        before = _BEFORE.search(prose, max(0, start - 30), start - 1)
        if before and before[1][0].isupper():
            continue
        yield from _term(match, lexicon)
    if "Internet" in prose:
        for match in _SINGLE.finditer(prose):
            yield ("", _INTERNET), Span(*match.span())


def _opens_title(prose: str, start: int) -> bool:
    """Whether "The" has its capital inside a sentence, as titles of works and newspapers have."""
    before = prose[max(0, start - 2) : start]
    return prose[start] == "T" and bool(before.strip()) and (before.strip()[-1].isalnum() or before.strip()[-1] in ",;")


def _term(match: re.Match[str], lexicon: Lexicon) -> Iterator[tuple[_Key, Span]]:
    """The term in a run of capitalised words: without nationalities and the like at its beginning."""
    words = list(re.finditer(r"[A-Z][a-z]+", match[1]))
    lead = 0
    while lead < len(words) - 1 and lexicon.is_always_capitalised(words[lead].group()):
        lead += 1
    term = words[lead:]
    if any(lexicon.is_always_capitalised(word.group()) for word in term):
        return
    span = Span(term[0].start(), term[-1].end()).shift(match.start(1))
    lower = match[1][term[0].start() :].lower().replace("\u00a0", " ")
    if len(term) > 1:
        yield ("", lower), span
    elif lead and lower not in BEHIND_NAMES:
        yield (words[lead - 1].group(), lower), span
    elif lower in _ALONE:
        yield ("", lower), span


def _small(key: _Key, text: Analysis) -> Iterator[Span]:
    """Places where a term is written small after "the" or a possessive."""
    lead, term = key
    parts = term.split(" ")
    words = text.words
    if term == _INTERNET:
        yield from (words.span(at) for at in words.index.get(term, ()) if words.texts[at].islower())
        return
    for ordinal in words.index.get(parts[0], ()) if parts[-1] in words.index else ():
        start, last = words.starts[ordinal], ordinal + len(parts) - 1
        if last >= len(words) or text.text[start : words.ends[last]].replace("\u00a0", " ") != term:
            continue
        before = _LEAD.search(text.text, max(0, start - 60), start)
        if before is None or not before[1].rstrip("\u00a0 ").endswith(lead):
            continue
        if _stands_alone(text.text, words.ends[last], text.lexicon):
            yield Span(start, words.ends[last])


def _stands_alone(prose: str, end: int, lexicon: Lexicon) -> bool:
    """Whether no word follows that the term describes or that makes it part of a longer name."""
    following = _NEXT.match(prose, end)
    if following is None:
        return prose[end : end + 1] not in "-‑/&" or end == len(prose)
    word, second = following[1], following[2] or ""
    if second[:1].isupper() and word in _CONTINUES:
        return False
    if word in ("of", "on"):
        return False
    return lexicon.is_function_word(word) or word.endswith("ed") or word in _PAST


def _lead(place: Place) -> str:
    """The word between "the" and the term, empty where there is none."""
    word = _LAST_WORD.search(place.text.text, max(0, place.span.start - 30), place.span.start)
    return "" if word is None or word[1].lower() == "the" else word[1]


def _is_prose(place: Place) -> bool:
    """Whether a place lies in running prose: in no quotation, title, heading or line in title case."""
    text, start = place.text, place.span.start
    sentence = text.sentence_at(start)
    if sentence is None or sentence.role in (Role.TITLE, Role.HEADING) or text.quotations.inside(start):
        return False
    around = text.text[sentence.span.start : start], text.text[place.span.end : sentence.span.end]
    words = [word.group() for part in around for word in re.finditer(r"[^\W\d_]{4,}", part)]
    if len(words) < 4:
        written = sentence.span.of(text.text).rstrip("”’\"') ")
        return bool(written) and written[-1] in ".!?…:;"
    return sum(word[0].isupper() for word in words) <= 0.75 * len(words)
