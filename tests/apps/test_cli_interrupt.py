"""Ctrl-C never tears apart what is held."""

import os
import signal

import pytest

from qa.apps.cli.interrupt import Interrupts


def press() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def test_it_is_raised_at_once_outside() -> None:
    with Interrupts().handled(), pytest.raises(KeyboardInterrupt):
        press()


def test_it_waits_for_the_end_of_what_is_held() -> None:
    steps = []
    interrupts = Interrupts()

    def work() -> None:
        with interrupts.held():
            press()
            steps.append("held")
        steps.append("lost")

    with interrupts.handled(), pytest.raises(KeyboardInterrupt):
        work()
    assert steps == ["held"]


def test_it_can_be_forgotten() -> None:
    interrupts = Interrupts()
    with interrupts.handled(), interrupts.held(then_raise=False):
        press()
    with interrupts.handled(), interrupts.held():
        pass


def test_the_old_handler_comes_back() -> None:
    before = signal.getsignal(signal.SIGINT)
    with Interrupts().handled():
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before
