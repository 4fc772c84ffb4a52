"""A signal ends the program as closing its window does, also while Qt waits for something to happen."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
from netmoede_desktop.gui.system.stop_signals import StopSignals
application = QApplication([])
window = QWidget()
window.show()
application.aboutToQuit.connect(lambda: print("closed", flush=True))
stop = StopSignals(application.quit)
print("ready", flush=True)
code = application.exec()
sys.exit(stop.exit_code or code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are Unix")
@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGHUP", 129), ("SIGINT", 130)])
def test_a_signal_closes_what_is_open_and_says_so(name: str, code: int, repository: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM], cwd=repository, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
        program.send_signal(getattr(signal, name))
        try:
            out, err = program.communicate(timeout=30)
        finally:
            program.kill()
    assert (program.returncode, out, err) == (code, "closed\n", "")
