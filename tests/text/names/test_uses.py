"""Where spellings stand, and what stands beside them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qa.core.document import Segment
from qa.text.analysis import Analysis
from qa.text.names.fold import name_key
from qa.text.names.uses import Spelling, name_uses


def uses(*paragraphs: str) -> dict[str, Spelling]:
    return name_uses([Analysis(Segment("0", "\n\n".join(paragraphs)), "en")])


def test_a_name_knows_its_neighbours_title_and_particle() -> None:
    found = uses("The crowd heard General Dara von der Lenk in the harbour, and the economist Tveit agreed.")
    (lenk,) = found["Lenk"].uses
    assert (lenk.before, lenk.title, lenk.particle) == ("dara", "general", "von der")
    (dara,) = found["Dara"].uses
    assert (dara.after, dara.before) == ("lenk", "")
    assert found["Tveit"].uses[0].title == "economist"


def test_spans_leave_out_possessives_and_arabic_articles() -> None:
    text = "They met al-Tarsk’s men, Saltera's mayor and the Lenk-led council."
    found = name_uses([Analysis(Segment("0", text), "en")])
    assert {name: [use.span.of(text) for use in spelling.uses] for name, spelling in found.items()} == {
        "Tarsk": ["Tarsk"],
        "Saltera": ["Saltera"],
        "Lenk": ["Lenk"],
    }


def test_parts_of_a_double_name_are_uses_too() -> None:
    found = uses("The minister praised Marlow-Tveit and the Canada-US treaty.")
    assert set(found) == {"Marlow-Tveit", "Marlow", "Tveit", "Canada"}
    assert found["Marlow"].uses[0].part
    assert not found["Marlow-Tveit"].uses[0].part


def test_ordinary_words_at_the_start_of_sentences_are_no_names() -> None:
    assert not uses("Ships left. Harbours slept. The boats waited. “Nobody came,” he said.")


def test_initialisms_and_words_with_figures_are_no_names() -> None:
    assert not uses("They asked the OSCE, two NGOs and the crew of T2R about it.")


def test_a_heading_in_capitals_counts_with_the_name() -> None:
    found = uses("TVEITEN WINS", "They say that Tveiten won.")
    assert [use.proven for use in found["Tveiten"].uses] == [False, True]


def test_keys_have_bare_letters() -> None:
    assert name_key("al-Łenk’ov") == "lenkov"


@given(st.text(alphabet="AaBbÉé'’- .\n\"İß", max_size=60))
def test_spans_lie_in_the_text_whatever_it_is(text: str) -> None:
    for written, spelling in uses(text).items():
        for use in spelling.uses:
            assert 0 <= use.span.start < use.span.end <= len(text)
            assert use.span.of(text).replace("’", "'").lower() == written.lower()
