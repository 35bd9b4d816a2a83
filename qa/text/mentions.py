"""Runs of capitalised words that may be names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from qa.core.span import Span

if TYPE_CHECKING:
    from qa.text.lexicon import Lexicon
    from qa.text.scan import Words
    from qa.text.sentences import Sentence


class Mention(NamedTuple):
    """One or more capitalised words in a row, such as "Bank of Russia", "J. K. Rowling", "Ursula von der Leyen".

    span: from the first word to the last, without a possessive 's. words: ordinals in Words, half-open.
    sentence_initial: whether its first word opens a sentence or a quotation or follows a colon, so that its capital
    proves nothing.
    """

    span: Span
    words: tuple[int, int]
    sentence_initial: bool


_PARTICLES = frozenset(
    "of the de la le las los del della di da das do dos du des der den dem van von vom zu zur ten ter bin ibn ben al el"
    " ul e y i und et af av".split()
)
_MAX_PARTICLES = 2
# Words that open sentences and belong to no name that follows them.
_OPENING_WORDS = frozenset(
    "a an the this that these those he she it we they i you his her its our their my your there here in on at by for"
    " from with without within as if when while whilst after before since until although though because unless whereas"
    " however but and or so yet nor not no yes then thus also hence who whom whose what which where why how some many"
    " most all both each every another other any few several such only even just still now today yesterday tomorrow"
    " tonight earlier later meanwhile moreover furthermore nevertheless nonetheless according despite instead during"
    " under over between among about above below through throughout across against along around behind beside besides"
    " beyond inside outside near off onto into to toward towards up upon via of did do does is are was were has have"
    " had will would can could may might must shall should let once whether like unlike given following thanks due"
    " der die das ein eine er sie es wir ich im am auf aus bei mit nach von zu seit wenn als aber und auch"
    " le les un une il elle ils elles nous ce cette dans en los las pero lo gli".split()
)
_AL = re.compile(r"(?:al|el|an|as|ash|ar|ad|at|ul|bin|ibn|bint)-[^\W\d_a-z]")
_QUOTE_OPENS = frozenset("\"“„«‘'")
_PRONOUN_I = frozenset({"i", "i'm", "i've", "i'll", "i'd"})
_BLANKS = frozenset({" ", "\u00a0", "\u202f", "-", "‑", " & "})
_STOPPED_BLANKS = frozenset({". ", ".\u00a0", ".", ".\u202f"})
_SHORTENED = frozenset("st ste jr sr dr mr mrs ms gen col lt capt prof rev gov sen rep sgt maj mt ft fr hon".split())


def find_mentions(text: str, words: Words, sentences: Sequence[Sentence], lexicon: Lexicon) -> tuple[Mention, ...]:
    """Runs of capitalised words, joined over inner particles, hyphens and the full stops of initials.

    A word that opens a sentence counts only when nothing says that it is an ordinary word: function words never begin
    a mention there, and a single word must not be written small in this text nor be an ordinary word in the lexicon.
    """
    initial = {bisect_left(words.starts, sentence.span.start) for sentence in sentences}
    mentions: list[Mention] = []
    for first, last in _runs(text, words, initial):
        start = first
        opens = first in initial or _follows_opener(text, words.starts[first])
        if opens:
            while start <= last and words.lower[start] in _OPENING_WORDS:
                start += 1
            if start > last:
                continue
            if start == last == first and _is_ordinary(words, start, lexicon):
                continue
        span = Span(words.starts[start], _name_end(words, last))
        mentions.append(Mention(span, (start, last + 1), opens and start == first))
    return tuple(mentions)


def _follows_opener(text: str, start: int) -> bool:
    """Whether a quotation mark or a colon stands before the word at `start`."""
    before = text[start - 1 : start]
    return before in _QUOTE_OPENS or (before == " " and text[start - 2] == ":")


def _runs(text: str, words: Words, initial: set[int]) -> Iterator[tuple[int, int]]:
    """First and last word of each run of capitalised words."""
    texts, lower = words.texts, words.lower
    run: tuple[int, int] | None = None
    capitalised = [
        at for at, written in enumerate(texts) if written[0].isupper() or ("-" in written and _AL.match(written))
    ]
    for word in capitalised:
        if lower[word] in _PRONOUN_I:
            continue
        if run is not None:
            last = run[1]
            if word not in initial and _continues(text, words, last, word):
                run = (run[0], word)
                continue
            yield run
        run = (word, word)
    if run is not None:
        yield run


def _continues(text: str, words: Words, last: int, word: int) -> bool:
    """Whether capitalised `word` belongs to the run that ends with word `last`."""
    lower = words.lower
    if word - last - 1 > _MAX_PARTICLES or lower[last].endswith("'s"):
        return False
    if any(lower[at] not in _PARTICLES for at in range(last + 1, word)):
        return False
    for at in range(last, word):
        gap = text[words.ends[at] : words.starts[at + 1]]
        if gap in _BLANKS:
            continue
        if gap not in _STOPPED_BLANKS or not (len(words.texts[at]) == 1 or lower[at] in _SHORTENED):
            return False
    return True


def _is_ordinary(words: Words, word: int, lexicon: Lexicon) -> bool:
    """Whether a single word at the start of a sentence is an ordinary word there.

    It is when it stands in lower case elsewhere in the text, or inside sentences mostly has no capital, or is too rare
    for that but stands in a dictionary.
    """
    lower = words.lower[word]
    if any(words.texts[at][0].islower() for at in words.index[lower]):
        return True
    share = lexicon.capital_share(lower)
    return lexicon.is_dictionary_word(lower) if share is None else share < 0.5


def _name_end(words: Words, last: int) -> int:
    """End of the run without a possessive 's."""
    return words.ends[last] - 2 if words.lower[last].endswith("'s") else words.ends[last]
