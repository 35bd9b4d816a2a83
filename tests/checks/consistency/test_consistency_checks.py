"""What the examples of the consistency checks cannot say: several segments, evidence, roles, time."""

import time

import pytest

from qa.checks.consistency.inconsistent_initialism import InconsistentInitialism
from qa.checks.consistency.mixed_abbreviation_points import MixedAbbreviationPoints
from qa.checks.consistency.mixed_apostrophe import MixedApostrophe
from qa.checks.consistency.mixed_capitalization import MixedCapitalization
from qa.checks.consistency.mixed_compound_spelling import MixedCompoundSpelling
from qa.checks.consistency.mixed_spelling_variant import MixedSpellingVariant
from qa.checks.consistency.mixed_term_diacritics import MixedTermDiacritics
from qa.core.check import Check
from qa.core.document import Document, Role, Segment
from qa.core.finding import Finding
from qa.core.span import Span
from qa.engine.registry import builtin_checks
from qa.testing import run_check

CONSISTENCY = sorted(
    (check for check in builtin_checks() if check.__module__.startswith("qa.checks.consistency.")),
    key=lambda check: check.id,
)
HOSTILE = (
    "a",
    " ",
    ",",
    "-",
    "a-a ",
    "a a ",
    "a'a",
    "(A) ",
    "ABC (ABD) ",
    "A.B. ",
    "U.S. US ",
    "the Aa ",
    "colour color ",
    "co-operation cooperation ",
    "it's it’s ",
    "… ... ",
)


def document(*texts: str, role: Role = Role.BODY) -> Document:
    """A document with a segment for each text."""
    segments = tuple(Segment(str(number), text, lang="en", role=role) for number, text in enumerate(texts, 1))
    return Document("d", "d", "plain", segments, lang="en")


def found(check: type[Check], *texts: str, role: Role = Role.BODY) -> list[Finding]:
    """What a check finds in a document of these segments."""
    return run_check(check, document(*texts, role=role))


@pytest.mark.parametrize(
    ("check", "texts", "segment", "written"),
    [
        (MixedSpellingVariant, ("The color faded.", "Its colour is back.", "What a color."), "2", "colour"),
        (
            MixedCompoundSpelling,
            ("Cooperation pays.", "No cooperation lasts.", "Their co-operation ended."),
            "3",
            "co-operation",
        ),
        (
            MixedCompoundSpelling,
            ("The spaceship landed.", "A spaceship is dear.", "The space ship left."),
            "3",
            "space ship",
        ),
        (InconsistentInitialism, ("The Coastal Rowing League (CRL) met.", "The KRL season ended."), "1", "CRL"),
        (
            MixedCapitalization,
            ("He joined the Border Guard.", "She left the Border Guard.", "They met the border guard."),
            "3",
            "border guard",
        ),
        (MixedAbbreviationPoints, ("In the US it rained.", "The US left.", "The U.S. army stayed."), "3", "U.S."),
        (MixedTermDiacritics, ("A café opened.", "The café shut.", "No cafe is left."), "3", "cafe"),
        (MixedApostrophe, ("It’s late.", "It’s over.", "He didn't say."), "3", "'"),
    ],
)
def test_segments_are_judged_together(check: type[Check], texts: tuple[str, ...], segment: str, written: str) -> None:
    findings = found(check, *texts)
    assert [(finding.segment, finding.text) for finding in findings] == [(segment, written)]


def test_finding_names_counts_and_places() -> None:
    (finding,) = found(MixedSpellingVariant, "The color faded. Another color came.", "Its colour is back.")
    assert [evidence.text for evidence in finding.evidence] == ["color 2, colour 1"]
    assert [(place.segment, place.span) for place in finding.related] == [("1", Span(4, 9)), ("1", Span(25, 30))]


def test_other_places_are_listed_up_to_a_limit() -> None:
    text = "The color faded. " * 500 + "Its colour is back."
    (finding,) = found(MixedSpellingVariant, text)
    assert len(finding.related) == 12
    assert finding.evidence[0].text == "color 500, colour 1"


def test_even_mixture_is_less_sure() -> None:
    (even,) = found(MixedSpellingVariant, "The road is 9 kilometers long. The harbour is near.")
    (sure,) = found(MixedSpellingVariant, "The road is 9 kilometers long, the color grey. The harbour is near.")
    assert even.text == sure.text == "harbour"
    assert even.confidence < sure.confidence


def test_headings_keep_their_own_points() -> None:
    text = "US leaves pact\n\nThe U.S. army left on Friday, the U.S. Congress said."
    assert found(MixedAbbreviationPoints, text) == []


def test_fix_keeps_the_full_stop_of_the_sentence() -> None:
    (finding,) = found(MixedAbbreviationPoints, "The US left. The US voted. He flew to the U.S.")
    assert finding.fixes[0].edits[0].text == "US."


def test_compound_keeps_its_capital() -> None:
    findings = found(MixedCompoundSpelling, "Cooperation pays. No cooperation lasts. Co-operation ended.")
    assert [finding.fixes[0].edits[0].text for finding in findings] == ["Cooperation"]


def test_other_languages_are_left_alone() -> None:
    segment = Segment("1", "Die colour und die color, co-operation und cooperation.", lang="de")
    german = Document("d", "d", "plain", (segment,), lang="de")
    for check in (MixedSpellingVariant, MixedCompoundSpelling):
        assert not check.speaks("de")
        assert run_check(check, german) == []


@pytest.mark.parametrize("check", CONSISTENCY, ids=lambda check: check.id)
def test_time_grows_with_the_text_only(check: type[Check]) -> None:
    for unit in HOSTILE:
        text = unit * (20_000 // len(unit))
        start = time.process_time()
        found(check, text)
        assert time.process_time() - start < 3, unit
