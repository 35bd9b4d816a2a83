"""A corpus check for tests: words that differ in case only are written as most documents write them."""

from collections import Counter

from qa.core.category import Category
from qa.core.check import CorpusCheck, Fixable, Need
from qa.core.fix import replace

WATCHED = {"foo", "bar", "x"}


class MinorityCase(CorpusCheck):
    """A word is written in another case than in most places of the corpus.

    What it flags:
        Each rarer form.

    Why it matters:
        For tests.

    When it is wrong:
        Often.

    Sources:
        None.
    """

    id = "minority-case"
    category = Category.INCONSISTENCY
    needs = frozenset({Need.WORDS})
    fixable = Fixable.ALWAYS
    messages = {"rare": "“{text}” is mostly written “{usual}”"}
    bad = ("Foo foo foo".replace("Foo", "[[Foo->foo]]"), "BAR bar bar".replace("BAR", "[[BAR->bar]]"), "[[X->x]] x x")
    good = ("foo foo", "bar", "Foo")

    def empty(self):
        return Counter()

    def collect(self, state, document, texts):
        return state + Counter(word for text in texts for word in text.words.texts if word.lower() in WATCHED)

    def merge(self, left, right):
        return left + right

    def decide(self, state):
        usual = {}
        for word, count in sorted(state.items()):
            best = usual.get(word.lower())
            if best is None or count > state[best]:
                usual[word.lower()] = word
        return usual

    def locate(self, document, texts, verdict):
        for text in texts:
            for number, word in enumerate(text.words.texts):
                if word.lower() in WATCHED and verdict.get(word.lower(), word) != word:
                    span = text.words.span(number)
                    usual = verdict[word.lower()]
                    yield self.finding(text.segment, span, "rare", fixes=[replace(span, usual)], usual=usual)


class LastWriterWins(MinorityCase):
    """A corpus check that breaks the law: what it finds depends on the order of the documents.

    What it flags:
        Something else each time.

    Why it matters:
        For tests.

    When it is wrong:
        Always.

    Sources:
        None.
    """

    id = "last-writer-wins"

    def merge(self, left, right):
        return right or left
