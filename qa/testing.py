"""The rule tester: laws that every check must keep, for the package's own checks and for plugins.

Use it in a test of your own:

    from qa.testing import LAWS, broken_laws

    def test_my_check() -> None:
        assert broken_laws(MyCheck) == []

Each law is a function of a check class that yields a sentence for every breach.
"""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from qa.core.check import Check, CorpusCheck, Example, Fixable, Need, Status
from qa.core.declaration import LONGEST_MESSAGE, as_example, declaration_faults, read_marks
from qa.core.document import Document, Role, Segment
from qa.core.finding import Finding
from qa.core.fix import Applicability, apply_edits, compatible_fixes
from qa.core.span import Span
from qa.engine.corpus import corpus_findings
from qa.engine.run import check_document
from qa.read import ReadOptions, read_bytes
from qa.text.analysis import Analysis

LAYERS = {
    "tokens": Need.TOKENS,
    "words": Need.WORDS,
    "blocks": Need.BLOCKS,
    "block_at": Need.BLOCKS,
    "role_at": Need.BLOCKS,
    "sentences": Need.SENTENCES,
    "sentence_at": Need.SENTENCES,
    "quotations": Need.QUOTATIONS,
    "mentions": Need.MENTIONS,
    "numbers": Need.NUMBERS,
    "lexicon": Need.LEXICON,
}
CLEAN_PARAGRAPHS = {
    "en": (
        "The delegation arrived in the morning and left before noon.",
        "The café 🎉 opened on time 👩‍🔬, as Zoë had hoped 𝒜.",
    ),
    "de": (
        "Die Abordnung kam am Morgen an und fuhr vor Mittag ab.",
        "Das Café 🎉 öffnete pünktlich 👩‍🔬, wie Zoë gehofft hatte.",
    ),
    "fr": (
        "La délégation est arrivée le matin et repartie avant midi.",
        "Le café 🎉 a ouvert à l’heure 👩‍🔬, comme Zoë le voulait.",
    ),
    "es": (
        "La delegación llegó por la mañana y partió antes del mediodía.",
        "El café 🎉 abrió a tiempo 👩‍🔬, como Zoë quería.",
    ),
    "ru": ("Делегация прибыла утром и уехала до полудня.", "Кафе 🎉 открылось вовремя 👩‍🔬, как и хотела Зоя."),
}
_TAGS = {Role.TITLE: "h1", Role.HEADING: "h2", Role.CAPTION: "figcaption", Role.LIST: "li"}


class UndeclaredNeedError(AssertionError):
    """A check read a layer that it does not declare in `needs`."""


class GuardedAnalysis(Analysis):
    """An analysis that refuses layers a check has not declared."""

    allowed: frozenset[Need] | None = None

    def __getattribute__(self, name: str) -> Any:
        """Any attribute, but a layer only where it is allowed; layers may read each other."""
        need = LAYERS.get(name)
        if need is None:
            return super().__getattribute__(name)
        allowed = super().__getattribute__("allowed")
        if allowed is None:
            return super().__getattribute__(name)
        if need not in allowed:
            raise UndeclaredNeedError(f"reads {name}, but does not declare Need.{need.name}")
        self.allowed = None
        try:
            value = super().__getattribute__(name)
        finally:
            self.allowed = allowed
        return self._unguarded(value) if callable(value) else value

    def _unguarded(self, method: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any) -> Any:
            allowed, self.allowed = self.allowed, None
            try:
                return method(*args)
            finally:
                self.allowed = allowed

        return call


def document_of(example: Example, text: str | None = None) -> Document:
    """A document with one segment that holds the example's text (or `text` in its stead)."""
    segment = Segment(
        "1",
        example.text if text is None else text,
        lang=example.lang,
        source=example.source,
        source_lang=example.source_lang,
    )
    return Document("example", "example", "plain", (segment,), lang=example.lang, source_lang=example.source_lang)


def run_check(check: type[Check], document: Document, options: Mapping[str, Any] | None = None) -> list[Finding]:
    """Findings of one check in one document; exceptions pass through; undeclared needs raise UndeclaredNeedError."""
    instance = check(options)
    texts = []
    for segment in document.segments:
        text = GuardedAnalysis(segment, document.lang)
        text.protected  # noqa: B018 - the engine's own layer, computed before the guard closes
        text.allowed = check.needs
        texts.append(text)
    if isinstance(instance, CorpusCheck):
        return list(corpus_findings(instance, [(document, texts)]))
    return list(check_document(document, [instance], texts, reraise=True).findings)


def spans_of(check: type[Check], example: Example, text: str | None = None) -> list[Span]:
    """Where a check finds something in an example, sorted."""
    return sorted(finding.span for finding in run_check(check, document_of(example, text), example.options))


def law_declaration(check: type[Check]) -> Iterator[str]:
    """Everything a check must declare is there, with enough examples, none of them twice."""
    yield from declaration_faults(check)


def law_bad_examples(check: type[Check]) -> Iterator[str]:
    """A bad example gives exactly the marked spans."""
    for example, marked in _bad(check):
        found = spans_of(check, example, marked.text)
        if found != sorted(marked.spans):
            yield f"expected {_shown(marked.text, marked.spans)}, found {_shown(marked.text, found)} in {marked.text!r}"


def law_good_examples(check: type[Check]) -> Iterator[str]:
    """A good example gives nothing."""
    for example in map(as_example, check.good):
        found = spans_of(check, example)
        if found:
            yield f"false alarm {_shown(example.text, found)} in {example.text!r}"


def law_fixes(check: type[Check]) -> Iterator[str]:
    """Fixing gives the declared text; a second run finds nothing; `fixable` tells the truth."""
    with_fix = without_fix = 0
    for example, marked in _bad(check):
        findings = run_check(check, document_of(example, marked.text), example.options)
        for finding in findings:
            with_fix += bool(finding.fixes)
            without_fix += not finding.fixes
        expected = marked.fixed if example.fixed is None else example.fixed
        if expected is None:
            continue
        first = [finding.fixes[0] for finding in findings if finding.fixes]
        edits = [edit for fix in compatible_fixes(first) for edit in fix.edits]
        fixed = apply_edits(marked.text, edits)
        if fixed != expected:
            yield f"fixing gives {fixed!r}, the example says {expected!r}"
        elif fixed == marked.text:
            yield f"the fix changes nothing in {marked.text!r}"
        elif any(fix.applicability is not Applicability.DISPLAY for fix in first) and spans_of(check, example, fixed):
            yield f"after the fix it still finds something in {fixed!r}"
    if check.fixable is Fixable.ALWAYS and without_fix:
        yield "declared always fixable, but a finding came without a fix"
    if check.fixable is Fixable.NEVER and with_fix:
        yield "declared never fixable, but a finding came with a fix"


def law_messages(check: type[Check]) -> Iterator[str]:
    """Messages are filled in, end without a full stop and fit a line."""
    for example, marked in _bad(check):
        for finding in run_check(check, document_of(example, marked.text), example.options):
            if len(finding.message) > LONGEST_MESSAGE:
                yield f"message longer than {LONGEST_MESSAGE} characters: {finding.message}"
            if not 0 < finding.confidence <= 1:
                yield f"confidence {finding.confidence} lies outside 0 to 1"


def law_shifted(check: type[Check]) -> Iterator[str]:
    """A clean paragraph before the text, plain or with emoji and accents, moves the spans and changes nothing else."""
    for number in (0, 1):
        if f"paragraph-before-{number + 1}" in check.unstable_under:
            continue
        for example, marked in _bad(check):
            before = CLEAN_PARAGRAPHS.get(example.lang.split("-")[0])
            if before is None:
                continue
            prefix = before[number] + "\n\n"
            found = spans_of(check, example, prefix + marked.text)
            expected = sorted(span.shift(len(prefix)) for span in marked.spans)
            if found != expected:
                shown = _shown(prefix + marked.text, found)
                yield f"behind another paragraph it finds {shown} in {prefix + marked.text!r}"


def law_twice(check: type[Check]) -> Iterator[str]:
    """The same text twice gives the same findings twice."""
    if "twice" in check.unstable_under:
        return
    for example, marked in _bad(check):
        offset = len(marked.text) + 2
        found = spans_of(check, example, f"{marked.text}\n\n{marked.text}")
        expected = sorted([*marked.spans, *(span.shift(offset) for span in marked.spans)])
        if found != expected:
            yield f"the text twice gives {found}, not {expected}: {marked.text!r}"


def law_formats(check: type[Check]) -> Iterator[str]:
    """Read from HTML and JSONL, findings lead back to bytes that decode to the same characters."""
    for example, marked in _bad(check):
        for name, data in _wrapped(example, marked.text):
            options = ReadOptions(lang=example.lang, source_lang=example.source_lang)
            documents = list(read_bytes(data, name, options))
            if len(documents) != 1 or not isinstance(documents[0], Document):
                yield f"{name}: reader said {documents!r}"
                continue
            document = documents[0]
            text = document.segments[0].text
            findings = run_check(check, document, example.options)
            if text == marked.text and sorted(finding.span for finding in findings) != sorted(marked.spans):
                yield f"{name}: other findings than in plain text: {_shown(text, [f.span for f in findings])}"
            for finding in findings:
                yield from _raw_faults(name, data, document, finding)


def law_any_text(check: type[Check]) -> Iterator[str]:
    """Hostile text of any script never crashes a check, and spans lie inside the text."""
    for text in HOSTILE_TEXTS:
        for lang in ("en", "de", "zh"):
            if not check.speaks(lang):
                continue
            for finding in run_check(check, document_of(Example(text, lang=lang))):
                if not 0 <= finding.span.start <= finding.span.end <= len(text):
                    yield f"span {finding.span} lies outside {text!r}"


def law_languages(check: type[Check]) -> Iterator[str]:
    """Examples are in languages that the check speaks."""
    for example in map(as_example, (*check.bad, *check.good)):
        if not check.speaks(example.lang):
            yield f"example in {example.lang}, which the check does not speak: {example.text!r}"


def law_partitions(check: type[Check]) -> Iterator[str]:
    """A corpus check finds the same in any partition and order of the documents."""
    if not issubclass(check, CorpusCheck):
        return
    from qa.engine.corpus import findings_by_partition  # noqa: PLC0415 - only corpus checks need it

    documents = [document_of(example, read_marks(example.text).text) for example in map(as_example, check.bad)]
    whole = findings_by_partition(check(), [documents])
    for size in range(1, len(documents)):
        parts = [documents[start : start + size] for start in range(0, len(documents), size)]
        for order in (parts, parts[::-1]):
            if findings_by_partition(check(), order) != whole:
                yield f"partitions of {size} documents give other findings"


HOSTILE_TEXTS = (
    "",
    " \t\r\n\u2028\u0085",
    "\u200b\u202e\ufeff\x00\x1b",
    "\ud800 lone surrogate \udfff",
    "“”«»„‟‹›‘’'\"「」『』《》()[]{}" * 3,
    ". , ; : ! ? … -- — – - / \\ % ‰ $ € £ ¥ ° § & @ # * _ ~ ^ | < > = +" * 2,
    "1 1,000 1.000 1 000 1'000 0.5 ,5 5. 12:30 31/06/2020 2020-02-30 30 February XIX 99th $5 5$ €5m 5 % %" * 2,
    "İstanbul ıssız Straße ﬁn ǅ ŉ ẞ e\u0301 n\u0303\u0303\u0303 \u0301",
    "中文，日本語。「引用」한국어 العربية، עברית हिन्दी ไทย 👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "a" * 500 + " " + "a " * 200 + "the the the " * 40,
    "The\n\nthe\r\n\r\nTHE\rthe. the.the,The:the;the!The?the",
)


def law_cross_fire(check: type[Check], others: Sequence[type[Check]]) -> Iterator[str]:
    """The good examples of a check set off no other check that is on by default, unless it lists that one."""
    for other in others:
        if other is check or other.status is not Status.STABLE or other.id in check.cross_fire:
            continue
        for example in map(as_example, check.good):
            if other.speaks(example.lang) and not (issubclass(other, CorpusCheck)):
                found = spans_of(other, Example(example.text, lang=example.lang))
                if found:
                    yield f"{other.id} flags {_shown(example.text, found)} in good example {example.text!r}"


LAWS: tuple[Callable[[type[Check]], Iterable[str]], ...] = (
    law_declaration,
    law_bad_examples,
    law_good_examples,
    law_fixes,
    law_messages,
    law_shifted,
    law_twice,
    law_formats,
    law_any_text,
    law_languages,
    law_partitions,
)


def broken_laws(check: type[Check], others: Sequence[type[Check]] = ()) -> list[str]:
    """Every breach of a law by `check`, a line each; `others` are the checks its good examples must not set off."""
    breaches = [f"{law.__name__}: {breach}" for law in LAWS for breach in law(check)]
    return breaches + [f"law_cross_fire: {breach}" for breach in law_cross_fire(check, others)]


def _bad(check: type[Check]) -> Iterator[tuple[Example, Any]]:
    for example in map(as_example, check.bad):
        yield example, read_marks(example.text)


def _shown(text: str, spans: Iterable[Span]) -> str:
    return str([f"{span.start}-{span.end} {text[span.start : span.end]!r}" for span in spans])


def _wrapped(example: Example, text: str) -> Iterator[tuple[str, bytes]]:
    blocks = Analysis(Segment("1", text, lang=example.lang)).blocks
    body = "\n".join(
        f"<{_TAGS.get(role, 'p')}>{_entities(text[span.start : span.end])}</{_TAGS.get(role, 'p')}>"
        for span, role in blocks
    )
    head = f'<!doctype html><html lang="{example.lang}"><meta charset="utf-8">'
    page = f"{head}<body><article>{body}</article></body></html>"
    try:
        yield "example.html", page.encode()
        yield "example.jsonl", json.dumps({"id": "a", "text": text}).encode() + b"\n"
    except UnicodeEncodeError:
        return


def _entities(text: str) -> str:
    return html.escape(text).replace("e", "&#101;").replace("\r\n", "<br>").replace("\n", "<br>")


def _raw_faults(name: str, data: bytes, document: Document, finding: Finding) -> Iterator[str]:
    segment = document.segment(finding.segment)
    if segment.map is None or segment.carrier is None:
        yield f"{name}: the reader gives no way back to the file"
        return
    ranges = [segment.carrier.to_bytes(span) for span in segment.map.to_raw(finding.span)]
    raw = "".join(data[span.start : span.end].decode(segment.carrier.encoding) for span in ranges)
    decoded = html.unescape(raw.replace("<br>", "\n")) if name.endswith(".html") else json.loads(f'"{raw}"')
    if "".join(decoded.split()) != "".join(finding.text.split()):
        yield f"{name}: raw characters {raw!r} are not {finding.text!r}"
