"""Question or exclamation mark in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.punctuation._marks import word_after, word_before
from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable, Need
from qa.core.document import Role
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_MARK = re.compile(r"[!?](?<=[\w'’].)[ \u00a0\u202f]+(?=[^\W_])")
_INTERJECTIONS = frozenset(
    "ah oh o alas yes no well hush hey ho ha hurrah hurray bravo indeed why what sir madam lord god heavens"
    " dear nay aye look see lo eh pooh bah humph ach ay ai ahem amen hello listen stop wait please thanks come"
    " now then there".split()
)
_CRIES = frozenset("ah alas lo o oh".split())
_ASKING = frozenset(
    "who whom whose what which where when why how do does did is are was were has have had can could will"
    " would shall should may might must am or and wer was wie wo wann warum welche qui que quoi où quand"
    " comment pourquoi".split()
)
# Words that no sentence ends with before a number.
_OPEN = frozenset(
    "the a an of to in on at by for from with about has have had is are was were than and or over under along".split()
)
# Nor before these after a question ("“Was she fierce? said the maid").
_GOES_ON = frozenset("but for nor yet else said quoth cried asked says replied".split())
# A cry may end before these, and what follows is a sentence of its own ("It was late! she went home").
_NEW_CLAUSE = frozenset("i he she it we they you that this there what how".split())
# What no verb is: "it as the law" begins no clause.
_OPEN_CLASS = frozenset("as in on at by for from with to of and or the a an".split())
_CRY = re.compile(r"\b(?:what|how|oh|ah|alas|poor)\b", re.IGNORECASE)
_LONGEST_EXCLAMATION = 2
_CRYING, _MANY = 0.7, 4
_LONG_LEAD = 4
_NEAR = 120
_DASHES = frozenset("–—")
_LAST_QUESTION = re.compile(r"\? [a-z][^.!?\n]*$")
_NEXT_QUESTION = re.compile(r" [a-z][^.!?\n]{0,100}\?")
_QUOTED = re.compile(
    r"(?:^|[,:] )[“\"‘']?(?:Who|Whose|What|Which|Where|When|Why|How|Is|Are|Was|Were|Do|Does|Did|Can|Could|Will|Would"
    r"|Shall|Should|Has|Have|Had)\b[^?]*$"
)
_THOUGHT = re.compile(
    r" (?:I|he|she|they|we|[a-z]+ [a-z]+) (?:thought|asked|wondered|said|cried|mused|replied|demanded"
    r"|inquired|enquired)\b"
)
_PHRASE_OPENERS = frozenset("The In On At For With His Her Its Their Our".split())
# Beginnings of adverbials in news, not of cheers ("To the next ten years!").
_ADVERBIAL = frozenset("According During Despite Before After Since".split())
_LONG_ADVERBIAL = 7
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|must|let|[a-z]+ed|I|you|we|they|he|she|it)\b"
)


class EndMarkInsideSentence(Check):
    """A question or exclamation mark stands in a sentence that goes on in lower case.

    What it flags:
        `!` or `?` between two words in lower case, outside quotations ("many in the valley! own a boat").

    Why it matters:
        The reader stops, and takes a statement for a question or a cry.

    When it is wrong:
        In titles and brands that end in a mark and are written small, and in old-fashioned prose, where "Alas! he was
        gone" is lawful; interjections and rows of questions are left alone.

    Sources:
        The Chicago Manual of Style, chapter “Punctuation”; MQM, Linguistic conventions: Punctuation.
    """

    id = "end-mark-inside-sentence"
    category = Category.PUNCTUATION
    severity = Severity.MAJOR
    confidence = 0.9
    needs = frozenset({Need.SENTENCES, Need.QUOTATIONS, Need.BLOCKS})
    cross_fire = frozenset({"lowercase-sentence-start"})
    fixable = Fixable.ALWAYS
    unstable_under = {"twice": "a name that ends in a mark stands more than once with it"}
    messages = {
        "fragment": "“{mark}” behind a phrase that is no sentence",
        "lower": "“{mark}”, but the sentence goes on with “{next}”",
    }
    bad = (
        "The mayor was at the harbour on Monday, and it[[!->]] was announced in the hall.",
        "One person was hurt[[?->]] and taken to the clinic.",
        "The firm owns about[[?->]] 85 boats.",
        "They closed the port, since the law requires[[!->]] it as a rule.",
        "The fleet now[[?->]] owns 90 boats.",
        "And along[[?->]] the coast there are more.",
        "According to the president of the Saltera Rowing[[!->]] Club the boats are old.",
        Example("Der Bürgermeister kam am Montag an[[!->]] und fuhr wieder ab.", lang="de"),
    )
    good = (
        "“Was it late? it seemed so,” she said. A Yahoo! writer asked.",
        "Was she late? was she ill? or did she not want to come?",
        "Who will pay? the town? the canton? He asked himself, Why now? and left.",
        "It was late, was it not? he thought. She had come, and lo! there was light.",
        "Alas! he was gone. Oh! how sad.",
        "Was she rough with thee? said the maid. Hearken to the lady! quoth she.",
        "That was all! it was only that they slept. What dignity there was in the frame! and what care.",
        "In the name of all! With love to everyone in the valley! By boat we go!",
        "Who paid? Nobody knows! Everyone guessed.",
        "nobody writes! at least not in small letters.",
        Example("– Var är den lilla båten som låg här i går? frågade hon.", lang="sv"),
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        prose = text.text
        for match in _MARK.finditer(prose):
            at, behind = match.start(), match.end()
            if self._goes_on(text, at, behind):
                span = Span(at, at + 1)
                following = word_after(prose, behind) or prose[behind : behind + 4]
                message = "fragment" if following[:1].isupper() else "lower"
                mark = prose[at]
                if mark == "!" and word_before(prose, at)[:1].isupper() and prose.count(prose[at - 3 : at + 1]) > 1:
                    continue  # a name that ends in a mark
                # A text with many cries may be of the kind in which they stand inside sentences.
                confidence = _CRYING if mark == "!" and prose.count("!") > _MANY else None
                fixes = [replace(span, "")]
                yield self.finding(
                    segment, span, message, confidence=confidence, fixes=fixes, mark=mark, next=following
                )

    @staticmethod
    def _goes_on(text: Analysis, at: int, behind: int) -> bool:
        """Whether the sentence with the mark at `at` goes on at `behind`."""
        prose = text.text
        word, following = word_before(prose, at), word_after(prose, behind)
        number = prose[behind].isdigit()
        if prose[at] == "!" and following[:1].isupper():
            return text.base_lang == "en" and _is_fragment(text, at)
        small = word.islower() or (len(word) > 1 and word.isupper()) or (not word and not number)
        asks = prose[at] == "?" and following in _ASKING and following != "and"
        asks = asks or (text.base_lang == "en" and following in _GOES_ON)
        block = text.block_at(at)
        if not small or asks or not (following.islower() or number) or block is None or block.role is not Role.BODY:
            return False
        before = prose[block.span.start : at]
        start = max(before.rfind(mark) for mark in (". ", "! ", "? ", ": ", "— ", "; ")) + 2
        if "¡" in before or "¿" in before or before[:1] in _DASHES:
            return False  # the title of a Spanish song ends here; speech behind a dash: "– Who? asked he."
        lead = before[start if start > 1 else 0 :]
        begins = following in _NEW_CLAUSE and word_after(prose, behind + len(following) + 1) not in _OPEN_CLASS
        if prose[at] == "!" and text.base_lang == "en" and (begins or _CRY.search(lead)):
            return False
        if prose[at] == "?" and _is_question(prose, at, lead, block.span.end):
            return False
        return _is_cut(lead, word, prose[at], number) and (before != before.lower() and not text.quotations.inside(at))


def _is_question(prose: str, at: int, lead: str, end: int) -> bool:
    """Whether the mark at `at` ends a question: one of a row, one that is quoted without marks, or one that is thought.

    lead: the sentence up to the mark; end: where the paragraph ends.
    """
    in_a_row = _LAST_QUESTION.search(prose, max(0, at - _NEAR), at) or _NEXT_QUESTION.match(prose, at + 1, end)
    return bool(in_a_row or _QUOTED.search(lead) or _THOUGHT.match(prose, at + 1))


def _is_cut(lead: str, word: str, mark: str, number: bool) -> bool:
    """Whether `lead`, the sentence up to the mark with `word` at its end, is neither exclamation nor question.

    number: whether digits follow the mark.
    """
    length = len(lead.split())
    if mark == "?" and length > 1 and lead.strip(' “"(').partition(" ")[0] in _PHRASE_OPENERS:
        return True
    if word in _INTERJECTIONS:
        return length > _LONG_LEAD and word not in _CRIES
    return word in _OPEN or (not number and length > _LONGEST_EXCLAMATION)


def _is_fragment(text: Analysis, at: int) -> bool:
    """Whether only a long adverbial ("According to the president of the ...") stands before the exclamation mark."""
    sentence = text.sentence_at(at - 1)
    if sentence is None or text.quotations.inside(at):
        return False
    lead = text.text[sentence.span.start : at]
    words = lead.split()
    return len(words) >= _LONG_ADVERBIAL and words[0] in _ADVERBIAL and not _VERB.search(lead)
