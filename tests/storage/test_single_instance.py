"""One program per profile; a lock dies with its program, however it dies."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from netmoede_desktop.storage.problems import AlreadyOpen, DiskFailure, NotWritable, Unreadable
from netmoede_desktop.storage.single_instance import InstanceLock
from tests.storage.odd_files import put_in_place

HOLDER = """
import sys, time
from pathlib import Path
from netmoede_desktop.storage.single_instance import InstanceLock
lock = InstanceLock.acquire(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""
LOOKER = """
import sys
from netmoede_desktop.storage import problems, single_instance
from netmoede_desktop.storage.keys import key_file, key_slots, passphrase, recovery_code
heavy = {"sqlmodel", "sqlalchemy", "sqlcipher3", "pydantic"} & set(sys.modules)
sys.exit(f"imported {heavy}" if heavy else 0)
"""


def holder(path: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen([sys.executable, "-c", HOLDER, str(path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_the_second_one_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ny mappe" / "vault.lock"
    first = InstanceLock.acquire(path)
    with pytest.raises(AlreadyOpen):
        InstanceLock.acquire(path)
    first.release()
    first.release()
    InstanceLock.acquire(path).release()


def test_another_program_is_kept_out_until_it_dies(tmp_path: Path) -> None:
    path = tmp_path / "vault.lock"
    with holder(path) as process:
        with pytest.raises(AlreadyOpen):
            InstanceLock.acquire(path)
        process.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
        process.wait()
    InstanceLock.acquire(path).release()


def test_a_started_program_does_not_inherit_it(tmp_path: Path) -> None:
    path = tmp_path / "vault.lock"
    lock = InstanceLock.acquire(path)
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, close_fds=False) as child:
        lock.release()
        InstanceLock.acquire(path).release()
        assert child.poll() is None
        child.communicate(b"\n")


def test_where_no_lock_can_be_made(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    with pytest.raises((DiskFailure, NotWritable)):
        InstanceLock.acquire(tmp_path / "fil" / "vault.lock")


@pytest.mark.skipif(os.name == "nt", reason="SKIPPED: no FIFOs and links there")
@pytest.mark.parametrize("what", ["folder", "fifo", "link", "loop", "socket"])
def test_something_else_in_the_place_of_the_lock_is_named_and_not_waited_for(tmp_path: Path, what: str) -> None:
    path = tmp_path / "vault.lock"
    put_in_place(path, what)
    with pytest.raises(Unreadable) as problem:
        InstanceLock.acquire(path)
    assert problem.value.facts == {"name": "vault.lock", "reason": "not_a_file"}


def test_what_the_lock_screen_needs_imports_no_database() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOOKER], check=False, capture_output=True, text=True, env={**os.environ}
    )
    assert (done.returncode, done.stderr) == (0, "")
