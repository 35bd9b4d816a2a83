"""The rule tester: laws that every check must keep, for the package's own checks and for plugins.

Use it in a test of your own:

    from qa.testing import broken_laws

    def test_my_check() -> None:
        assert broken_laws(MyCheck) == []

Each law is a function of a check class that yields a sentence for every breach.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from qa.core.check import Check
from qa.testing.guard import UndeclaredNeedError, document_of, run_check, spans_of
from qa.testing.laws import (
    law_any_text,
    law_bad_examples,
    law_cross_fire,
    law_declaration,
    law_fixable,
    law_fixes,
    law_formats,
    law_good_examples,
    law_languages,
    law_messages,
    law_needs,
    law_no_memory,
    law_partitions,
    law_shifted,
    law_twice,
)

__all__ = [
    "LAWS",
    "UndeclaredNeedError",
    "broken_laws",
    "document_of",
    "law_cross_fire",
    "law_partitions",
    "run_check",
    "spans_of",
]

LAWS: tuple[Callable[[type[Check]], Iterable[str]], ...] = (
    law_declaration,
    law_bad_examples,
    law_good_examples,
    law_fixes,
    law_fixable,
    law_messages,
    law_shifted,
    law_twice,
    law_no_memory,
    law_formats,
    law_any_text,
    law_languages,
    law_needs,
    law_partitions,
)


def broken_laws(check: type[Check], others: Sequence[type[Check]] = ()) -> list[str]:
    """Every breach of a law by `check`, a line each; `others` are the checks its good examples must not set off.

    A check that declares too little to be run is told so and no more. What a check raises is a breach of the law that
    was being tried.
    """
    breaches = list(_breaches(law_declaration, check))
    if breaches:
        return breaches
    for law in LAWS[1:]:
        breaches += _breaches(law, check)
    return breaches + _breaches(law_cross_fire, check, others)


def _breaches(law: Callable[..., Iterable[str]], *arguments: object) -> list[str]:
    try:
        return [f"{law.__name__}: {breach}" for breach in law(*arguments)]
    except Exception as error:  # noqa: BLE001 - a check may raise anything
        return [f"{law.__name__}: the check raised {type(error).__name__} ({error})"]
