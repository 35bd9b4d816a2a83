"""The same item twice in one list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Example, Fixable, Need
from qa.core.document import Role
from qa.core.finding import Finding, Related
from qa.core.fix import Fix, replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_WORD = r"[^\W\d_][\w'’&-]*+"
_NAME = r"[A-ZÀ-Þ][\w'’&-]*"
_ITEM = rf"(?!and |or ){_WORD}(?: (?!and |or ){_WORD}){{0,3}}+"
# From the second item on; the first one is read backwards from there.
_LIST = re.compile(
    rf", (?<=\w, )(?P<middle>{_ITEM}(?=,| and | or )(?:, {_ITEM}(?=,| and | or )){{1,11}}+),? (?:and|or) "
    rf"(?P<last>{_ITEM})(?=[.,;:!?)\n]|$)"
)
_FIRST = re.compile(rf"(?:\b(?:the|a|an) )?(?:(?:{_NAME} ){{0,4}}{_NAME}|[a-z][\w'’-]*)$")
# "the Republic of Chile, Norway and Chile"
_LONGER = re.compile(r"[\w,] (?!Of)[A-ZÀ-Þ]\w+ of (?:the )?$")
_ARTICLE = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)
_FEWEST = 4
_TWICE = 2
_LEAST_LENGTH = 4
# Items of one such word are no things that are listed ("again, and again"), or are repeated on purpose.
_EMPHATIC = frozenset("again more very many much never always really long far here there then now over on".split())
_ADVERBS = _EMPHATIC | frozenset("too also however therefore please indeed perhaps anyway again well oh yes no".split())
# Where things follow each other, one may come back: winners, stations of a journey, parts of a form.
_SEQUENCE = re.compile(
    r"\b(?:respectively|in turn|in that order|winners?|won by|champions?|then|via|route|turns|order|stops?)\b"
)
_LEAD = 60


class RepeatedListItem(Check):
    """A list names the same thing twice.

    What it flags:
        The second "Chile" in "Chile, Norway, Chile and Peru", the second "culture" in "language, culture, culture
        and trade".

    Why it matters:
        Two different things of the source became one, or the system lost its place in the list.

    When it is wrong:
        In lists in which things come back on purpose, such as winners year by year or stations of a journey; where a
        word says so they are left alone, and so are states behind their towns ("Salem, Oregon, Bend, Oregon").

    Sources:
        Holtzman et al., The Curious Case of Neural Text Degeneration (2020), on the repetition of neural systems;
        counted in six million words of edited English.
    """

    id = "repeated-list-item"
    category = Category.DUPLICATION
    severity = Severity.MAJOR
    confidence = 0.93
    languages = ENGLISH
    needs = frozenset({Need.BLOCKS, Need.LEXICON})
    fixable = Fixable.ALWAYS
    messages = {"twice": "“{item}” stands twice in the list"}
    bad = (
        Example(
            "Envoys of Chile, Norway, [[Chile]] and Peru met in Lenk.",
            fixed="Envoys of Chile, Norway and Peru met in Lenk.",
        ),
        Example(
            "It watches over prices, industry, commerce, food and [[commerce]].",
            fixed="It watches over prices, industry, commerce and food.",
        ),
        "They differ in language, culture, [[culture]], and trade.",
        "The guests are from Germany, the United States, Spain and [[the United States]].",
    )
    good = (
        "Envoys of Chile, Norway, Spain and Peru met in Lenk.",
        "It was tried in Salem, Oregon, Bend, Oregon, and Lenk, Iowa.",
        "It rose again, again and again; it was long, long and dark.",
        "The last races were won by Marlow, Ostrau, Marlow and Lenk.",
        "Envoys of the Republic of Chile, Norway, Chile and Peru signed.",
        "They sell wool, wool cloth, silk and silk cloth.",
        "We plan, build, test, build and test some more.",
        "Oh, Dara, Dara, and you, Lenk, come home! She chaffed Dara, too, and Dara, half asleep, was pleased.",
        "They stopped in Bend, Oregon, Salem, Oregon, Lenk, Oregon, and Dara.",
        "Drip, drip, drip, and drip. The falling rain went drip, drip, drip and splash.",
        "He wrote on Moses, Moses and Monotheism and other books.",
        "He saw red, green, blue, and Red Green, the actor.",
        "The pearl trade off the coast of India, between Ceylon and India, was rich.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        prose = text.text
        if " and " not in prose and " or " not in prose:
            return
        for match in _LIST.finditer(prose):
            items = _items(prose, match)
            pair = _repeated(prose, items)
            if pair is None or text.role_at(match.start()) is not Role.BODY:
                continue
            one, two = items[pair[0]], items[pair[1]]
            start = prose.rfind(" ", 0, max(match.start() - _LEAD, 0)) + 1
            if _SEQUENCE.search(prose, start, match.end()):
                continue
            # "chaffed Dara, too, and Dara …": with a word of grammar in it, it is no list of things.
            # The last item may run on into the sentence, behind a name at least ("and Peru met").
            whole = items[:-1] if one.of(prose)[0].isupper() else items
            inside = [word for span in whole for word in _core(span.of(prose)).lower().split()]
            if any(word in _ADVERBS or text.lexicon.is_function_word(word) for word in inside if word != "of"):
                continue
            related = [Related(segment.id, one, one.of(prose))]
            yield self.finding(
                segment, two, "twice", fixes=[_drop(prose, items, pair[1])], related=related, item=two.of(prose)
            )


def _items(prose: str, match: re.Match[str]) -> list[Span]:
    """The items of a list in order, the first as far as it can be told."""
    spans = []
    first = _FIRST.search(prose, max(0, match.start() - _LEAD), match.start())
    if first and not _LONGER.search(prose, max(0, first.start() - _LEAD), first.start()):
        spans.append(Span(*first.span()))
    else:
        spans.append(Span(match.start(), match.start()))
    at = match.start("middle")
    for item in match["middle"].split(", "):
        spans.append(Span(at, at + len(item)))
        at += len(item) + 2
    spans.append(Span(*match.span("last")))
    return spans


def _core(item: str) -> str:
    """An item without its article."""
    return _ARTICLE.sub("", item)


def _repeated(prose: str, items: list[Span]) -> tuple[int, int] | None:
    """The numbers of two equal items that cannot lawfully both stand in the list."""
    cores = [_core(span.of(prose)) for span in items]
    if len(cores) < _FEWEST or len(set(cores)) == len(cores):
        return None
    places: dict[str, int] = {}
    for number, core in enumerate(cores):
        earlier = places.setdefault(core, number)
        if earlier == number or len(core) < _LEAST_LENGTH or core.lower() in _EMPHATIC or cores.count(core) > _TWICE:
            continue
        has_article = items[number].of(prose) != core
        if core[0].isupper() and not _may_repeat_name(cores, earlier, number, has_article):
            continue
        # The first item may be the end of a longer one; "A, B and B" is not a matter of lists.
        if core[0].islower() and (earlier == 0 or number == earlier + 1 == len(cores) - 1):
            continue
        return earlier, number
    return None


def _may_repeat_name(cores: list[str], earlier: int, number: int, has_article: bool) -> bool:
    """Whether a name that stands twice in a list is neither called twice nor a state behind its towns."""
    if number == earlier + 1 or any(core[0].islower() for core in cores[earlier:number]):
        return False
    return has_article or earlier == 0 or (number - earlier) % 2 == 1


def _drop(prose: str, items: list[Span], number: int) -> Fix:
    """Take item `number` out of the list; where it is the last, the one before it moves behind the "and"."""
    if number < len(items) - 1:
        return replace(Span(items[number - 1].end, items[number].end), "")
    link = prose[items[-2].end : items[-1].start]
    return replace(Span(items[-3].end, items[-1].end), link + items[-2].of(prose))
