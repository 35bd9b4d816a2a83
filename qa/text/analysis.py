"""One analysis of a segment's text, computed layer by layer when first asked for and shared by all checks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar

from qa.core.document import Block, Role, Segment
from qa.core.span import Span, any_overlap, merge_spans
from qa.text.blocks import infer_blocks
from qa.text.lexicon import Lexicon
from qa.text.mentions import Mention, find_mentions
from qa.text.numbers import Number, find_numbers
from qa.text.quotations import Quotations, pair_quotations
from qa.text.scan import Tokens, Words, addresses, scan, words_of
from qa.text.sentences import Sentence, split_sentences

T = TypeVar("T")


class Analysis:
    """Read-only layers over one segment. All offsets count code points of `text`."""

    def __init__(self, segment: Segment, lang: str | None = None, ordinal: int = 0) -> None:
        """Prepare the layers of `segment`.

        Args:
            segment: What is read.
            lang: Language where the segment names none.
            ordinal: Number of the segment in its document, from 0.
        """
        self.segment = segment
        self.ordinal = ordinal
        self.text = segment.text
        self.lang = segment.lang or lang
        self.base_lang = (self.lang or "").split("-")[0].lower()

    def once(self, make: Callable[[Analysis], T]) -> T:
        """What `make` makes of this text, made once for all checks that ask for it."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    @cached_property
    def _made(self) -> dict[Callable[[Analysis], Any], Any]:
        return {}

    @cached_property
    def characters(self) -> frozenset[str]:
        """The different characters of the text: what most checks ask first to see that they have nothing to do."""
        return frozenset(self.text)

    @cached_property
    def tokens(self) -> Tokens:
        """Everything but white space, as columns."""
        return scan(self.text)

    @cached_property
    def words(self) -> Words:
        """Words as columns, with an index from lower-cased word to its occurrences."""
        return words_of(self.text)

    @cached_property
    def protected(self) -> tuple[Span, ...]:
        """Characters that are not prose: addresses, and what the reader marked. Sorted, not overlapping."""
        return merge_spans((*self.segment.protected, *addresses(self.text)))

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Paragraphs, titles, captions, list items in order, without surrounding white space."""
        return self.segment.blocks if self.segment.blocks is not None else infer_blocks(self.text, self.segment.role)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the character at `offset` (or ends there), if any."""
        index = bisect_right(self._block_starts, offset) - 1
        return self.blocks[index] if index >= 0 and offset <= self.blocks[index].span.end else None

    def role_at(self, offset: int) -> Role:
        """The role of the block at `offset`; OTHER between blocks."""
        block = self.block_at(offset)
        return block.role if block else Role.OTHER

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Sentences in order; none crosses a block's border."""
        return split_sentences(self.text, self.blocks, self.base_lang)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the character at `offset`, if any."""
        index = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[index] if index >= 0 and offset <= self.sentences[index].span.end else None

    @cached_property
    def quotations(self) -> Quotations:
        """Quotation marks paired over the whole text, and those left without a partner."""
        return pair_quotations(self.text, self.blocks, self.base_lang)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Runs of capitalised words that may be names."""
        return find_mentions(self.text, self.words, self.sentences, self.lexicon)

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """Numbers with their values and notations."""
        return find_numbers(self.text, self.base_lang)

    @cached_property
    def lexicon(self) -> Lexicon:
        """Word knowledge of the text's language."""
        return Lexicon.for_language(self.base_lang)

    @cached_property
    def uncounted(self) -> tuple[str, ...]:
        """The different lower-cased words that the lexicon's frequency table lacks, in order: few, and often wrong."""
        return tuple(sorted(self.lexicon.uncounted(self.words.vocabulary)))

    def is_protected(self, span: Span) -> bool:
        """Whether `span` shares a character with something that is not prose."""
        return bool(self.protected) and any_overlap(span, self.protected)
