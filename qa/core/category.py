"""Error categories and severities.

The ids are those of the MQM typology (Multidimensional Quality Metrics, https://themqm.org/error-types-2/typology/),
used as types, with the value of ITS 2.0 `locQualityIssueType` (https://www.w3.org/TR/its20/#lqissue-typevalues) beside.
The tree is fixed: a finding that fits nowhere in it is not a finding.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much harm an error does to the reader, in MQM's four steps."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 for neutral to 3 for critical."""
        return _RANKS[self]

    @property
    def weight(self) -> int:
        """Error points in an MQM score: 0, 1, 5, 25 (MQM 2.0 default multipliers)."""
        return _WEIGHTS[self]


_RANKS = {Severity.NEUTRAL: 0, Severity.MINOR: 1, Severity.MAJOR: 2, Severity.CRITICAL: 3}
_WEIGHTS = {Severity.NEUTRAL: 0, Severity.MINOR: 1, Severity.MAJOR: 5, Severity.CRITICAL: 25}


class CategoryInfo(NamedTuple):
    """A node of the tree: its MQM id, its parent's id (None at the top), its ITS type and a short label."""

    id: str
    parent: str | None
    its: str
    label: str


class Category(StrEnum):
    """MQM ids that a finding may carry."""

    TERMINOLOGY = "terminology"
    TERMBASE = "termbase"
    TERM_INCONSISTENCY = "term-inconsistency"
    ACCURACY = "accuracy"
    MISTRANSLATION = "mistranslation"
    OMISSION = "omission"
    ADDITION = "addition"
    UNTRANSLATED = "untranslated"
    DO_NOT_TRANSLATE = "do-not-translate"
    NUMBER = "number"
    DATE_TIME = "date-time"
    ENTITY = "entity"
    LINGUISTIC = "linguistic-conventions"
    GRAMMAR = "grammar"
    WORD_ORDER = "word-order"
    AGREEMENT = "agreement"
    FUNCTION_WORDS = "function-words"
    PUNCTUATION = "punctuation"
    UNPAIRED_MARKS = "unpaired-marks"
    SPELLING = "spelling"
    CAPITALIZATION = "capitalization"
    WHITESPACE = "whitespace"
    DUPLICATION = "duplication"
    UNINTELLIGIBLE = "unintelligible"
    COHERENCE = "coherence"
    CHARACTER_ENCODING = "character-encoding"
    INCONSISTENCY = "inconsistency"
    STYLE = "style"
    AWKWARD = "awkward"
    INCONSISTENT_STYLE = "inconsistent-style"
    LOCALE = "locale-conventions"
    NUMBER_FORMAT = "number-format"
    CURRENCY_FORMAT = "currency-format"
    MEASUREMENT_FORMAT = "measurement-format"
    DATE_FORMAT = "date-format"
    TIME_FORMAT = "time-format"
    QUOTE_FORMAT = "quote-format"
    DESIGN = "design-and-markup"
    MARKUP = "markup"
    TRUNCATION = "truncation"

    @property
    def info(self) -> CategoryInfo:
        """Parent, ITS type and label."""
        return TREE[self]


_NODES = (
    (Category.TERMINOLOGY, None, "terminology", "Terminology"),
    (Category.TERMBASE, Category.TERMINOLOGY, "terminology", "Against the termbase"),
    (Category.TERM_INCONSISTENCY, Category.TERMINOLOGY, "inconsistency", "Inconsistent term"),
    (Category.ACCURACY, None, "mistranslation", "Accuracy"),
    (Category.MISTRANSLATION, Category.ACCURACY, "mistranslation", "Mistranslation"),
    (Category.OMISSION, Category.ACCURACY, "omission", "Omission"),
    (Category.ADDITION, Category.ACCURACY, "addition", "Addition"),
    (Category.UNTRANSLATED, Category.ACCURACY, "untranslated", "Untranslated"),
    (Category.DO_NOT_TRANSLATE, Category.ACCURACY, "mistranslation", "Should not be translated"),
    (Category.NUMBER, Category.MISTRANSLATION, "numbers", "Number"),
    (Category.DATE_TIME, Category.MISTRANSLATION, "numbers", "Date or time"),
    (Category.ENTITY, Category.MISTRANSLATION, "inconsistent-entities", "Entity"),
    (Category.LINGUISTIC, None, "grammar", "Linguistic conventions"),
    (Category.GRAMMAR, Category.LINGUISTIC, "grammar", "Grammar"),
    (Category.WORD_ORDER, Category.GRAMMAR, "grammar", "Word order"),
    (Category.AGREEMENT, Category.GRAMMAR, "grammar", "Agreement"),
    (Category.FUNCTION_WORDS, Category.GRAMMAR, "grammar", "Function words"),
    (Category.PUNCTUATION, Category.LINGUISTIC, "typographical", "Punctuation"),
    (Category.UNPAIRED_MARKS, Category.PUNCTUATION, "typographical", "Unpaired marks"),
    (Category.SPELLING, Category.LINGUISTIC, "misspelling", "Spelling"),
    (Category.CAPITALIZATION, Category.SPELLING, "typographical", "Capitalization"),
    (Category.WHITESPACE, Category.LINGUISTIC, "whitespace", "Whitespace"),
    (Category.DUPLICATION, Category.LINGUISTIC, "duplication", "Duplication"),
    (Category.UNINTELLIGIBLE, Category.LINGUISTIC, "uncategorized", "Unintelligible"),
    (Category.COHERENCE, Category.LINGUISTIC, "other", "Coherence"),
    (Category.CHARACTER_ENCODING, Category.LINGUISTIC, "characters", "Character encoding"),
    (Category.INCONSISTENCY, Category.LINGUISTIC, "inconsistent-entities", "Inconsistency"),
    (Category.STYLE, None, "style", "Style"),
    (Category.AWKWARD, Category.STYLE, "style", "Awkward"),
    (Category.INCONSISTENT_STYLE, Category.STYLE, "style", "Inconsistent style"),
    (Category.LOCALE, None, "locale-violation", "Locale conventions"),
    (Category.NUMBER_FORMAT, Category.LOCALE, "locale-violation", "Number format"),
    (Category.CURRENCY_FORMAT, Category.LOCALE, "locale-violation", "Currency format"),
    (Category.MEASUREMENT_FORMAT, Category.LOCALE, "locale-violation", "Measurement format"),
    (Category.DATE_FORMAT, Category.LOCALE, "locale-violation", "Date format"),
    (Category.TIME_FORMAT, Category.LOCALE, "locale-violation", "Time format"),
    (Category.QUOTE_FORMAT, Category.LOCALE, "locale-violation", "Quotation mark format"),
    (Category.DESIGN, None, "formatting", "Design and markup"),
    (Category.MARKUP, Category.DESIGN, "markup", "Markup"),
    (Category.TRUNCATION, Category.DESIGN, "length", "Truncated text"),
)
TREE = {node[0]: CategoryInfo(node[0].value, node[1].value if node[1] else None, node[2], node[3]) for node in _NODES}
