"""All that the comparison of names with their source finds in a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from qa.checks.names._source_letters import letter_claims
from qa.checks.names._source_places import place_claims
from qa.checks.names._source_renderings import rendering_claims
from qa.checks.names._source_slips import slip_claims
from qa.checks.names._source_sounds import sound_claims
from qa.checks.names._source_surnames import surname_claims
from qa.text.names.source.renderings import align_document

if TYPE_CHECKING:
    from qa.checks.names._claims import Claim
    from qa.text.analysis import Analysis


def source_claims(texts: Sequence[Analysis], lang: str | None) -> Iterator[Claim]:
    """Every claim, the surest kind first: what a place is claimed for first counts.

    Args:
        texts: The segments of a document, in order.
        lang: Language of the source where the segments name none.
    """
    aligned = align_document(texts, lang)
    return chain(
        rendering_claims(aligned),
        slip_claims(aligned),
        letter_claims(aligned),
        place_claims(aligned),
        sound_claims(texts, lang),
        surname_claims(texts, lang),
    )
