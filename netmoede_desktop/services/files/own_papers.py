"""Identifying an existing file by its content: a paper of this program's, a key to something, or other.

A paper that was edited since, a corrected Word file or a signed PDF, belongs to its editor and is no paper of ours. The
content is only looked at, never trusted: a file that cannot be read is an `OTHER`.
"""

import io
import os
import re
import stat
import zipfile
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from netmoede_desktop.documents.marks import CALENDAR_MARK, PDF_MARK, WORD_CHANGED, WORD_MADE, WORD_MARK
from netmoede_desktop.storage.keys.recovery_code import RecoveryCode
from netmoede_desktop.storage.problems import MistypedRecoveryCode

#: No paper is longer; of a longer file no more is read, and it is none of ours.
_LONGEST_PAPER = 64 * 1024 * 1024

#: A recovery code is one line; a file of more bytes than this holds one only by chance.
_LONGEST_CODE = 4 * 1024

#: Far more than the properties of a Word file have.
_LONGEST_PROPERTIES = 64 * 1024

#: The ending of a case that is handed over; whatever begins so holds what only one can read.
_HANDOVER = ".netmoede"

_OWN_JSON = re.compile(rb'\s*\{\s*"schema":\s*"netmoede-meeting/')
_FIGURES = re.compile(rb'\s*\{\s*"schema":\s*"netmoede-figures/')
_PROPERTIES = "docProps/core.xml"


class FileIdentity(StrEnum):
    """The identity of a file. Only `PAPER` may be overwritten without asking; the next three never."""

    PAPER = "paper"
    RECOVERY_CODE = "recovery_code"
    HANDOVER = "handover"
    FIGURES = "figures"
    OTHER = "other"


def kind_of(file: Path) -> FileIdentity:
    """Return the identity of a plain file. Never waits for a pipe, and never raises."""
    if file.suffix.casefold().startswith(_HANDOVER):
        return FileIdentity.HANDOVER
    try:
        content = _content(file)
    except OSError:
        return FileIdentity.OTHER
    if _is_code(content):
        return FileIdentity.RECOVERY_CODE
    if _FIGURES.match(content):
        return FileIdentity.FIGURES
    return FileIdentity.PAPER if _is_paper(content) else FileIdentity.OTHER


def _content(file: Path) -> bytes:
    """The content of a plain file, b"" of anything else or of one that is longer than a paper. Raises OSError."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(file, flags), "rb") as opened:
        about = os.fstat(opened.fileno())
        if not stat.S_ISREG(about.st_mode) or about.st_size > _LONGEST_PAPER:
            return b""
        return opened.read(_LONGEST_PAPER)


def _is_code(content: bytes) -> bool:
    """Return True if a line of a short file is a whole recovery code, check characters and all."""
    if len(content) > _LONGEST_CODE:
        return False
    for line in content.decode("utf-8-sig", "replace").splitlines():
        try:
            RecoveryCode.parse(line)
        except MistypedRecoveryCode:
            continue
        return True
    return False


def _is_paper(content: bytes) -> bool:
    if content.startswith(b"%PDF-"):
        return PDF_MARK in content and content.count(b"%%EOF") == 1
    if content.startswith(b"PK"):
        return _is_word_paper(io.BytesIO(content))
    if content.startswith(b"BEGIN:VCALENDAR"):
        return CALENDAR_MARK in content
    return _OWN_JSON.match(content) is not None


def _is_word_paper(content: BinaryIO) -> bool:
    """Return True if it is a Word file as written by this program: any other that changes one writes the time in it."""
    try:
        with zipfile.ZipFile(content) as package, package.open(_PROPERTIES) as properties:
            content_properties = properties.read(_LONGEST_PROPERTIES)
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, ValueError, NotImplementedError):
        return False
    made, changed = WORD_MADE.search(content_properties), WORD_CHANGED.search(content_properties)
    return (
        WORD_MARK in content_properties
        and made is not None
        and changed is not None
        and made.group(1) == changed.group(1)
    )
