"""What a check declares and the methods it may implement.

A check is one class in one file. It declares id, category, severity, languages, needs, status, messages and examples as
class attributes; its docstring is its documentation; its examples are its tests. `docs/writing-a-check.md` walks
through one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, overload

from qa.core.category import Category, Severity
from qa.core.document import Document, Segment
from qa.core.finding import Argument, Evidence, Finding, Related
from qa.core.fix import Fix
from qa.core.materials import NO_MATERIALS, Materials
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.text.analysis import Analysis

ALL_LANGUAGES: frozenset[str] = frozenset({"*"})
ENGLISH: frozenset[str] = frozenset({"en"})

T = TypeVar("T", bool, int, float, str, tuple[str, ...])
State = TypeVar("State")
Verdict = TypeVar("Verdict")


class Granularity(StrEnum):
    """How much text a check must see at once."""

    SEGMENT = "segment"
    DOCUMENT = "document"
    CORPUS = "corpus"


class Need(StrEnum):
    """What a check reads beside the bare text; an undeclared layer raises in tests.

    The last ones are materials: their values are names of fields of `Materials`.
    """

    TOKENS = "tokens"
    WORDS = "words"
    BLOCKS = "blocks"
    SENTENCES = "sentences"
    QUOTATIONS = "quotations"
    MENTIONS = "mentions"
    NUMBERS = "numbers"
    LEXICON = "lexicon"
    SOURCE = "source"
    REFERENCE = "reference"
    MODEL = "model"
    HOUSE_LIST = "house_list"
    NAME_DECISIONS = "name_decisions"
    ARCHIVE = "archive"


class Status(StrEnum):
    """Whether a check is on by default (STABLE), on request (PREVIEW), on its way out, or gone."""

    PREVIEW = "preview"
    STABLE = "stable"
    DEPRECATED = "deprecated"
    REMOVED = "removed"


class Fixable(StrEnum):
    """Whether findings of a check carry a fix."""

    ALWAYS = "always"
    SOMETIMES = "sometimes"
    NEVER = "never"


class Option(Generic[T]):
    """A setting of a check: default value and one line of documentation.

    Written as `min_count = Option(2, "fewest occurrences that are reported")`; read as `self.min_count`.
    """

    def __init__(self, default: T, doc: str) -> None:
        """Keep the default, whose type is the option's type."""
        self.default: T = default
        self.doc = doc
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        """Remember the attribute's name."""
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Option[T]: ...
    @overload
    def __get__(self, instance: Check, owner: type) -> T: ...
    def __get__(self, instance: Check | None, owner: type) -> Option[T] | T:
        """The value for a check; the option itself for its class."""
        if instance is None:
            return self
        return instance.settings.get(self.name, self.default)  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class Example:
    """A text with its defects marked, both test and documentation.

    text: `[[wrong->right]]` marks a finding's exact span and what its first fix makes of it; `[[wrong]]` marks a span
    whose fix is not tested or absent. Good examples carry no marks. lang: language of the text. options: settings of
    the check. fixed: the text after all first fixes, for fixes that reach beyond the marked span. whole: the finding
    depends on all of the text, so that nothing is put around it in tests. materials: what the run hands the check.
    """

    text: str
    lang: str = "en"
    source: str | None = None
    source_lang: str | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    fixed: str | None = None
    whole: bool = False
    materials: Materials = NO_MATERIALS


class Check:
    """Base of all checks; see the module's documentation for what a subclass declares."""

    id: ClassVar[str]
    aliases: ClassVar[tuple[str, ...]] = ()
    category: ClassVar[Category]
    severity: ClassVar[Severity] = Severity.MINOR
    confidence: ClassVar[float] = 0.95
    granularity: ClassVar[Granularity] = Granularity.SEGMENT
    languages: ClassVar[frozenset[str]] = ALL_LANGUAGES
    needs: ClassVar[frozenset[Need]] = frozenset()
    wants: ClassVar[frozenset[Need]] = frozenset()
    """Materials that the check makes use of where the run has them and does without where it has not."""
    status: ClassVar[Status] = Status.STABLE
    since: ClassVar[str] = "0.1"
    profiles: ClassVar[frozenset[str]] = frozenset({"news", "translation", "strict"})
    fixable: ClassVar[Fixable] = Fixable.NEVER
    messages: ClassVar[Mapping[str, str]]
    bad: ClassVar[Sequence[str | Example]]
    good: ClassVar[Sequence[str | Example]]
    yields_to: ClassVar[frozenset[str]] = frozenset()
    """Other checks that say more about the same fault: where both find something at the same characters, only theirs is
    shown."""
    cross_fire: ClassVar[frozenset[str]] = frozenset()
    """Other checks that may rightly fire on this one's good examples."""
    unstable_under: ClassVar[Mapping[str, str]] = {}
    """Changes of the text around it that lawfully change the findings (`paragraph-before-1`, `paragraph-before-2`,
    `twice`), each with the reason."""

    def __init__(self, settings: Mapping[str, object] | None = None, materials: Materials = NO_MATERIALS) -> None:
        """Take values for options, where anything not given keeps its default, and the materials of the run.

        Of the materials it keeps those that the class names in `needs` or `wants`.
        """
        self.settings: Mapping[str, object] = dict(settings or {})
        self.materials = materials.only(need.value for need in self.needs | self.wants)

    def check_segment(self, segment: Segment, text: Analysis) -> Iterable[Finding]:
        """Findings in one segment; implemented by checks of granularity SEGMENT."""
        raise NotImplementedError

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterable[Finding]:
        """Findings in a document, `texts` being the analyses of its segments in order; for granularity DOCUMENT."""
        raise NotImplementedError

    @classmethod
    def options(cls) -> Mapping[str, Option[Any]]:
        """The options that the class and its bases declare, by name."""
        found: dict[str, Option[Any]] = {}
        for base in reversed(cls.__mro__):
            found.update({name: value for name, value in vars(base).items() if isinstance(value, Option)})
        return found

    @classmethod
    def speaks(cls, lang: str | None) -> bool:
        """Whether the check is meant for texts in `lang` (a BCP 47 tag; None: language unknown)."""
        if cls.languages is ALL_LANGUAGES or "*" in cls.languages:
            return True
        return lang is not None and (lang in cls.languages or lang.split("-")[0].lower() in cls.languages)

    def finding(
        self,
        segment: Segment,
        span: Span,
        message: str,
        *,
        fixes: Sequence[Fix] = (),
        confidence: float | None = None,
        severity: Severity | None = None,
        evidence: Sequence[Evidence] = (),
        related: Sequence[Related] = (),
        forms: Sequence[str] = (),
        **args: Argument,
    ) -> Finding:
        """A finding of this check at `span` of `segment`.

        message: key into `messages`; its template is filled with `args` and with `text`, the characters found.
        """
        matched = segment.text[span.start : span.end]
        return Finding(
            check=self.id,
            category=self.category,
            severity=severity or self.severity,
            confidence=self.confidence if confidence is None else confidence,
            segment=segment.id,
            span=span,
            text=matched,
            message_id=message,
            message=self.messages[message].format(text=shorten(matched), **args),
            args=args,
            evidence=tuple(evidence),
            fixes=tuple(fixes),
            related=tuple(related),
            forms=tuple(forms),
        )


class CorpusCheck(Check, Generic[State, Verdict]):
    """A check over many documents in four steps, the same for one file, a pool of processes and a cluster.

    `merge` must be associative and commutative and `empty()` its neutral element, so that any partition of the
    documents in any order gives the same findings (tested for every check).
    """

    granularity = Granularity.CORPUS

    def empty(self) -> State:
        """A state that has seen nothing."""
        raise NotImplementedError

    def collect(self, state: State, document: Document, texts: Sequence[Analysis]) -> State:
        """`state` with what `document` adds."""
        raise NotImplementedError

    def merge(self, left: State, right: State) -> State:
        """The state that has seen what both have seen."""
        raise NotImplementedError

    def decide(self, state: State) -> Verdict:
        """The small result that `locate` needs, such as each odd form with the form it should have."""
        raise NotImplementedError

    def locate(self, document: Document, texts: Sequence[Analysis], verdict: Verdict) -> Iterator[Finding]:
        """Findings in `document` that follow from the verdict."""
        raise NotImplementedError


def shorten(text: str, limit: int = 40) -> str:
    """`text` on one line and at most `limit` code points long, its middle left out where it is longer."""
    flat = " ".join(text.split()) or text
    if len(flat) <= limit:
        return flat
    half = (limit - 1) // 2
    return f"{flat[:half].rstrip()}…{flat[-half:].lstrip()}"
