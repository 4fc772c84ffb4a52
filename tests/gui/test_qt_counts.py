"""The installed Qt counts references right: PySide6 6.12 drops `None` on Python 3.11 until the process aborts."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal


class Emitter(QObject):
    """Something with a signal that says True."""

    said = Signal(bool)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None and True are immortal")
def test_void_calls_and_signals_keep_none_and_true() -> None:
    emitter = Emitter()
    none, true = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(1000):
        emitter.setObjectName("x")
        emitter.said.emit(True)
    assert none - sys.getrefcount(None) < 500
    assert true - sys.getrefcount(True) < 500
