"""Reports in which everything that comes from outside is hostile."""

from collections.abc import Callable

import pytest
from report_helpers import HOSTILE, report

from qa.core.category import Category, Severity
from qa.core.document import Document, Segment
from qa.core.finding import Evidence, Finding, Problem, Related
from qa.core.fix import Edit, Fix
from qa.core.span import Span


@pytest.fixture(params=HOSTILE, ids=range(len(HOSTILE)))
def hostile(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def hostile_run(hostile: str) -> Callable[[str], str]:
    """A report in which everything that comes from outside is hostile."""
    segment = Segment(hostile, f"before {hostile} after {hostile}")
    document = Document(f"dir/{hostile}.txt", hostile, "text", (segment, Segment("2", "")))
    span = Span(7, 7 + len(hostile))
    finding = Finding(
        "some-check", Category.STYLE, Severity.MAJOR, 0.5, hostile, span, hostile, "m", f"message {hostile}",
        evidence=(Evidence("rule", hostile),), fixes=(Fix(hostile, (Edit(span, hostile),)),),
        related=(Related(hostile, span, hostile), Related("9", span, hostile, f"other {hostile}")), forms=(hostile,),
    )  # fmt: skip
    mild = Finding("some-check", Category.STYLE, Severity.NEUTRAL, 0.5, "2", Span(0, 0), "", "m", hostile)
    problem = Problem(hostile, f"cannot {hostile}", line=3)
    return lambda form: report(form, [(document, [finding, mild])], problems=[problem])
