"""Our own bugs, met by a user: one calm sentence, no traceback, nothing of what people wrote."""

import os
import sys
from collections.abc import Callable

from netmoede_desktop.localization.catalogue import Translator

#: What a shell gives a program that the user stopped with Ctrl+C.
_INTERRUPTED = 130
_NOT_NOW = 5


def masked(run: Callable[[], int], t: Translator) -> int:
    """Run, and turn anything unforeseen into a sentence and exit code 5; only the kind of error is told."""
    no_core_dumps()
    try:
        return run()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read our answers has gone. What was durable is durable; closing stdout again must not raise.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
        return _NOT_NOW
    except Exception as error:  # noqa: BLE001 - the last net: a user never sees a traceback
        sentence = t.gettext("Der skete en fejl i programmet ({kind}). Det, der var gemt, er der stadig.")
        print(sentence.format(kind=type(error).__name__), file=sys.stderr)
        return _NOT_NOW


def no_core_dumps() -> None:
    """Keep the system from writing the program's memory, and so the key, to disk when it crashes."""
    if sys.platform != "win32":
        import resource

        hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
