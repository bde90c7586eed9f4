"""A wall-clock limit around other people's parsers, which a small hostile file can keep busy for hours."""

from __future__ import annotations

import ctypes
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

AGAIN = 1.0  # seconds until a raise that was swallowed somewhere is tried again


class _Late(BaseException):
    """Not an `Exception`: parsers that go on after any error would go on after this one too."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Leave the block with `TimeoutError` once it has run for so many seconds, even in the middle of a parser's loop.

    The main thread is interrupted by an alarm, which also ends a regular expression that never does; elsewhere, and
    where there are no alarms (Windows), it takes the next line of Python.

    Raises:
        TimeoutError: when the time is over.

    >>> with within(60):
    ...     print("Two boats sank off Odesa.")
    Two boats sank off Odesa.
    """
    try:
        with _alarm(seconds) if _alarms() else _nudge(seconds):
            yield
    except _Late:
        raise TimeoutError(f"over {seconds:g} seconds") from None


def _alarms() -> bool:
    """Whether there are alarms here, and nobody else has set one."""
    main = threading.current_thread() is threading.main_thread()
    return main and hasattr(signal, "setitimer") and not any(signal.getitimer(signal.ITIMER_REAL))


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    def ring(*_: object) -> None:
        raise _Late

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _nudge(seconds: float) -> Iterator[None]:
    """Another thread raises in this one, between two of its lines."""
    over = threading.Event()
    watch = threading.Thread(target=_watch, args=(over, seconds, _raiser(threading.get_ident())), daemon=True)
    watch.start()
    try:
        yield
    finally:
        over.set()
        watch.join()


def _watch(over: threading.Event, seconds: float, late: Callable[[], None]) -> None:
    while not over.wait(seconds):
        late()
        seconds = AGAIN


def _raiser(thread: int) -> Callable[[], None]:
    def late() -> None:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(_Late))

    return late
