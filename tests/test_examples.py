"""Every check keeps every law of the rule tester."""

import pytest

from qa.core.check import Check, Status
from qa.engine.registry import builtin_checks
from qa.testing import LAWS, law_cross_fire

CHECKS = sorted(builtin_checks(), key=lambda check: check.id)
STABLE = [check for check in CHECKS if check.status is Status.STABLE]


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__.removeprefix("law_"))
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_law(check: type[Check], law) -> None:
    assert list(law(check)) == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_good_examples_set_off_no_other_check(check: type[Check]) -> None:
    assert list(law_cross_fire(check, STABLE)) == []
