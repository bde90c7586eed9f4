"""No file keeps a reader busy for longer than it may, whatever its parser is doing at the time."""

from __future__ import annotations

import re
import signal
import threading
from collections.abc import Callable
from contextlib import suppress

import pytest

from fogline.ingest import whole
from fogline.ingest.deadline import within
from tests.ingest.reading_in import fault, one

SENTENCE = "Two boats sank off Odesa on Friday, the port authority said. "


def never_done() -> None:
    while True:
        with suppress(Exception):
            int("12")


def never_matched() -> None:
    re.match(r"(a+)+$", "a" * 60 + "b")


def stopped(work: Callable[[], None]) -> bool:
    try:
        with within(0.05):
            work()
    except TimeoutError:
        return True
    return False


@pytest.mark.parametrize("work", [never_done, never_matched], ids=lambda work: work.__name__)
def test_the_main_thread_is_interrupted(work: Callable[[], None]) -> None:
    if not hasattr(signal, "setitimer") and work is never_matched:
        pytest.skip("without alarms a regular expression cannot be interrupted")
    assert stopped(work)


def test_another_thread_is_interrupted() -> None:
    told: list[bool] = []
    thread = threading.Thread(target=lambda: told.append(stopped(never_done)))
    thread.start()
    thread.join(10)
    assert told == [True]


def test_what_ends_in_time_is_left_alone() -> None:
    assert not stopped(lambda: None)
    with within(0.05):
        assert signal.getsignal(signal.SIGALRM) is not signal.SIG_DFL
    assert signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
    threading.Event().wait(0.1)  # no late alarm comes


def test_somebody_elses_alarm_is_kept() -> None:
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    signal.setitimer(signal.ITIMER_REAL, 100)
    try:
        assert stopped(never_done)
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 90
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)


def test_a_page_that_takes_too_long_is_refused_with_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    page = "<html><body>" + f"<p>{SENTENCE * 3}</p>" * 5_000 + "</body></html>"
    assert SENTENCE.strip() in one(page, "page.html").text
    monkeypatch.setattr(whole, "MOST_SECONDS", 0.01)
    assert fault(page, "page.html").startswith("F115 page.html: ")
