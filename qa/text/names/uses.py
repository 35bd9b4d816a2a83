"""Where each spelling of a name stands in a document, and what stands beside it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from qa.core.document import Role
from qa.core.span import Span
from qa.text.names.fold import fold
from qa.text.names.titles import is_rank, is_role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qa.text.analysis import Analysis
    from qa.text.lexicon import Lexicon

FEWEST_LETTERS = 3
_LONGEST_INITIALISM = 5
_FEWEST_LETTERS_OF_PART = 4
# Joined in front of Arabic names; "al-Assad" and "Assad" are one name.
_ARTICLE = re.compile(r"(?:al|el|an|as|ash|ar|ad|at|az|ul)[-‑](?=[^\W\d_a-z])", re.IGNORECASE)
_PARTICLES = frozenset(
    "of de la le las los del della di da das do dos du des der den dem van von vom zu zur ten ter bin ibn ben al el ul"
    " y e und et af av st".split()
)
_MOST_PARTICLES = 3
_NO_NAMES = frozenset(
    "i i'm i've i'll i'd the a an and or but of in on at to for by with from as is was it he she his her they their we"
    " our you your this that these those not no if when while after before since who which what where how why there"
    " here january february march april may june july august september october november december monday tuesday"
    " wednesday thursday friday saturday sunday".split()
)
_HYPHEN = re.compile("[-‑]")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’ʼ‑-][^\W\d_]+)*")
_FOREIGN = frozenset(
    "de la le les las los el del della di da das dos du des der den dem die und et il gli em na pour avec ein eine im"
    " auf aus mit zur zum sur dans une un con por para van het een voor op te og af".split()
)
_OPENERS = frozenset("\"“”„«‘'([•—–-:*#>")
_BLANKS = frozenset({" ", "\u00a0", "\u202f"})
_STOPPED = frozenset({". ", ".\u00a0", "."})


class Use(NamedTuple):
    """One occurrence of a spelling.

    text: ordinal of the segment. word: ordinal in its words. span: code points, without a possessive 's and an Arabic
    article. sentence: running number in the document. before, after: the folded name words beside it in the same name
    ("" for none); titles are passed over, and initials where a longer name stands farther out. title: the rank or role
    in front of it. left, right: the words beside it that are no function words, in small letters, names or not.
    particle: small words joined to it in front ("von der"). proven: its capital is not owed to the start of a sentence,
    a quotation or a heading. part: it is one part of a word with hyphens. foreign: a small word of another language
    stands beside it.
    """

    text: int
    word: int
    span: Span
    sentence: int
    before: str = ""
    after: str = ""
    title: str = ""
    left: str = ""
    right: str = ""
    particle: str = ""
    proven: bool = True
    part: bool = False
    foreign: bool = False


@dataclass(slots=True)
class Spelling:
    """All uses of one spelling in a document, in order. key: its bare letters, without an Arabic article."""

    written: str
    key: str
    uses: list[Use] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How often it stands in the document."""
        return len(self.uses)


def name_uses(texts: Sequence[Analysis]) -> dict[str, Spelling]:
    """The spellings of all words of a document that may be names, by how they are written.

    Left out are function words, initialisms of up to five letters, and words that have their capital at the start of
    sentences only while they are ordinary words.
    """
    found: defaultdict[str, list[Use]] = defaultdict(list)
    sentences = 0
    for text in texts:
        for written, use in _uses_in(text, sentences):
            found[written].append(use)
        sentences += len(text.sentences)
    lexicon = texts[0].lexicon if texts else None
    small = frozenset().union(*(_small_words(text) for text in texts))
    spellings: dict[str, Spelling] = {}
    for written, uses in _with_capitals_joined(found).items():
        if lexicon is not None and not _is_opening_word(written, uses, small, lexicon):
            spellings[written] = Spelling(written, name_key(written), sorted(uses))
    return spellings


def name_key(written: str) -> str:
    """The bare letters of a name word, without an Arabic article in front of it."""
    return fold(_ARTICLE.sub("", written))


def _small_words(text: Analysis) -> frozenset[str]:
    return text.once(_words_written_small)


def _words_written_small(text: Analysis) -> frozenset[str]:
    return frozenset(word for word in text.words.texts if word[0].islower())


def _uses_in(text: Analysis, sentences_before: int) -> Iterator[tuple[str, Use]]:
    """Every name word of one text."""
    words = text.words
    texts, lower, starts = words.texts, words.lower, words.starts
    bounds = [sentence.span.start for sentence in text.sentences]
    initial = {bisect_left(starts, bound) for bound in bounds}
    capitals = [at for at, word in enumerate(texts) if word[0].isupper() or (word[0] in "aeu" and _ARTICLE.match(word))]
    runs = _runs(text, capitals, initial)
    sentence = 0
    for run in runs:
        while sentence + 1 < len(bounds) and bounds[sentence + 1] <= starts[run[0]]:
            sentence += 1
        heading = _is_heading(text, starts[run[0]])
        for place, at in enumerate(run):
            key = lower[at].removesuffix("'s")
            if key in _NO_NAMES or len(key) < FEWEST_LETTERS:
                continue
            if _is_initialism(texts[at]) or not _LETTERS.fullmatch(key):
                continue
            proven = not heading and at not in initial and not _follows_opener(text.text, starts[at])
            before, title, particle = _before(text, run, place)
            after = _after(text, run, place)
            foreign = _is_beside_foreign_word(text, at)
            left, right = _beside(text, at - 1), _beside(text, at + 1)
            use = Use(
                0,
                at,
                Span(0, 0),
                sentences_before + sentence,
                before,
                after,
                title,
                left,
                right,
                particle,
                proven,
                foreign=foreign,
            )
            yield from _parts(text, at, use)


def _is_initialism(written: str) -> bool:
    """Whether a word is a short one in capitals, alone or in the plural ("OSCE", "NGOs")."""
    letters = written.removesuffix("'s").removesuffix("’s").removesuffix("s")
    return letters.isupper() and len(letters) <= _LONGEST_INITIALISM


def _parts(text: Analysis, at: int, use: Use) -> Iterator[tuple[str, Use]]:
    """The word itself without an Arabic article, and the capitalised parts of one with hyphens ("Lenk-Tveit")."""
    words = text.words
    start, end = words.starts[at], words.ends[at]
    if words.lower[at].endswith("'s"):
        end -= 2
    written = text.text[start:end]
    article = _ARTICLE.match(written)
    if article:
        start, written = start + article.end(), written[article.end() :]
    pieces = _HYPHEN.split(written)
    if len(pieces) == 1 or all(_may_be_part(piece, text.lexicon) for piece in pieces):
        yield written, use._replace(text=text.ordinal, span=Span(start, end))
    if len(pieces) == 1:
        return
    offset = start
    for piece in pieces:
        if len(piece) >= _FEWEST_LETTERS_OF_PART and piece[0].isupper() and not piece.isupper():
            place = Span(offset, offset + len(piece))
            yield piece, use._replace(text=text.ordinal, span=place, before="", after="", part=True)
        offset += len(piece) + 1


def _may_be_part(piece: str, lexicon: Lexicon) -> bool:
    """Whether a part of a word with hyphens may belong to a name ("Jong" and "un", not "led" nor "US")."""
    if piece[:1].isupper():
        return len(piece) > 1 and not piece.isupper()
    return 1 < len(piece) < _FEWEST_LETTERS_OF_PART and not lexicon.is_dictionary_word(piece)


def _runs(text: Analysis, capitals: Sequence[int], initial: set[int]) -> list[list[int]]:
    """The capitalised words grouped into names: joined by blanks, over particles and the full stops of initials."""
    runs: list[list[int]] = []
    last = -9
    for at in capitals:
        if runs and at not in initial and at - last <= _MOST_PARTICLES + 1 and _joins(text, last, at):
            runs[-1].append(at)
        else:
            runs.append([at])
        last = at
    return runs


def _joins(text: Analysis, last: int, at: int) -> bool:
    """Whether the capitalised words `last` and `at` stand in one name."""
    words = text.words
    if words.lower[last].endswith("'s") or any(
        words.lower[between] not in _PARTICLES for between in range(last + 1, at)
    ):
        return False
    for between in range(last, at):
        gap = text.text[words.ends[between] : words.starts[between + 1]]
        if gap in _BLANKS:
            continue
        if gap not in _STOPPED or not (
            words.ends[between] - words.starts[between] == 1 or is_rank(words.lower[between])
        ):
            return False
    return True


def _before(text: Analysis, run: Sequence[int], place: int) -> tuple[str, str, str]:
    """The name word in front of word `place` of a name, the title in front of that, the particles directly before."""
    lower, texts = text.words.lower, text.words.texts
    first = run[place]
    particles = " ".join(lower[at] for at in range(_particles_from(text, first), first))
    title = initial = name = ""
    for earlier in reversed(run[:place]):
        word = lower[earlier]
        if len(word) == 1:
            initial = word
        elif is_rank(word):
            title = title or word
        else:
            name = name or fold(texts[earlier])
    start = run[0]
    if not title and start and is_role(lower[start - 1]) and _is_blank_between(text, start - 1):
        title = lower[start - 1]
    return name or initial, title, particles


def _after(text: Analysis, run: Sequence[int], place: int) -> str:
    for later in run[place + 1 :]:
        if len(text.words.lower[later]) > 1:
            return name_key(text.words.texts[later].removesuffix("'s").removesuffix("’s"))
    return ""


def _beside(text: Analysis, at: int) -> str:
    """The word at `at` in small letters, unless it is a function word or a mark stands between."""
    words = text.words
    if not 0 <= at < len(words):
        return ""
    word = words.lower[at].removesuffix("'s")
    return "" if text.lexicon.is_function_word(word) or not word.isalpha() else word


def _particles_from(text: Analysis, first: int) -> int:
    """Ordinal of the first of the particles that stand directly before word `first`."""
    at = first
    while at and first - at < _MOST_PARTICLES and text.words.lower[at - 1] in _PARTICLES - {"of"}:
        if not text.words.texts[at - 1][0].islower() or not _is_blank_between(text, at - 1):
            break
        at -= 1
    return at


def _is_blank_between(text: Analysis, at: int) -> bool:
    return text.text[text.words.ends[at] : text.words.starts[at + 1]] in _BLANKS


def _is_beside_foreign_word(text: Analysis, at: int) -> bool:
    """Whether a small word of another language, or one that English does not know, stands beside word `at`."""
    words = text.words
    for beside in (at - 1, at + 1):
        if 0 <= beside < len(words) and words.texts[beside].islower():
            first, second = sorted((at, beside))
            if text.text[words.ends[first] : words.starts[second]] in _BLANKS:
                word = words.lower[beside]
                if word in _FOREIGN or not (text.lexicon.is_word(word) or text.lexicon.is_function_word(word)):
                    return True
    return False


def _is_heading(text: Analysis, offset: int) -> bool:
    return text.role_at(offset) in (Role.TITLE, Role.HEADING)


def _follows_opener(prose: str, start: int) -> bool:
    """Whether a mark after which a capital proves nothing stands before a word."""
    before = prose[max(0, start - 2) : start]
    return before[-1:] in _OPENERS or (before[-1:] in _BLANKS and before[:1] in _OPENERS)


def _with_capitals_joined(found: Mapping[str, list[Use]]) -> dict[str, list[Use]]:
    """Words written all in capitals counted with the same word written otherwise ("GERALD" with "Gerald")."""
    usual: dict[str, str] = {}
    for written in sorted(found, key=lambda form: (len(found[form]), form)):
        if not written.isupper():
            usual[written.lower()] = written
    joined: defaultdict[str, list[Use]] = defaultdict(list)
    for written, uses in found.items():
        joined[usual.get(written.lower(), written.title()) if written.isupper() else written] += uses
    return dict(joined)


def _is_opening_word(written: str, uses: Sequence[Use], small: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a word only stands where any word has a capital, and is an ordinary word."""
    if any(use.proven for use in uses):
        return False
    lower = written.lower()
    if lower in small or lexicon.is_function_word(lower):
        return True
    share = lexicon.capital_share(lower)
    return lexicon.is_dictionary_word(lower) if share is None else share < 0.5
