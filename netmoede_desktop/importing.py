"""The one lock behind which modules are loaded when they are first needed.

Two threads that load modules which know of each other can each get one that is only half there: Python then raises
ImportError rather than wait for ever, once in about forty starts of the app. So whatever loads a module inside a
function takes this lock; `tests/architecture/test_loading.py` names the layers that hold to it. Nothing that waits for
another thread is done behind it.
"""

import threading
from importlib import import_module
from typing import Final

one_at_a_time: Final = threading.RLock()


def load(name: str) -> None:
    """Load a module by its name. Raises what loading it raises."""
    with one_at_a_time:
        import_module(name)
