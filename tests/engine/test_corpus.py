from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from qa.core.document import Document, Segment
from qa.engine.corpus import findings_by_partition
from qa.testing import broken_laws, law_partitions
from tests.engine.corpus_example import LastWriterWins, MinorityCase

WORDS = st.lists(st.sampled_from(["foo", "Foo", "FOO", "bar", "Bar"]), max_size=8).map(" ".join)


def documents(texts: list[str]) -> list[Document]:
    return [
        Document("x", str(number), "plain", (Segment("1", text, lang="en"),), lang="en")
        for number, text in enumerate(texts)
    ]


@given(st.lists(WORDS, max_size=8), st.data())
def test_any_partition_in_any_order_gives_the_same(texts: list[str], data: st.DataObject) -> None:
    whole = documents(texts)
    order = data.draw(st.permutations(whole))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(order)), max_size=4)))
    bounds = [0, *cuts, len(order)]
    parts = [order[start:end] for start, end in pairwise(bounds)]
    assert findings_by_partition(MinorityCase(), parts) == findings_by_partition(MinorityCase(), [whole])


def test_a_lawful_corpus_check_keeps_all_laws() -> None:
    assert broken_laws(MinorityCase) == []


def test_the_tester_catches_a_merge_that_depends_on_order() -> None:
    assert list(law_partitions(LastWriterWins))
