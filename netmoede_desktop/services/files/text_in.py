"""Every text file that is read goes through here: its kind and length are checked before it is opened.

A pipe, a device or a folder in a file's place raises and is never opened, and neither is a file far too long read into
memory. Text is UTF-8, with or without the byte order mark that some editors write.

Only the standard library is imported: the first window waits for its settings.
"""

import os
import re
import stat
from pathlib import Path

#: What a shell calls a pipe it hands over: `<(…)`. Any other pipe may wait for ever for somebody to write.
_HANDED_OVER = re.compile(r"/dev/fd/\d+|/dev/stdin|/proc/self/fd/\d+")


class NotReadable(Exception):
    """A file that gives no text. `line` counts from 1, and is only known for `not-utf8`.

    `code`: `file-missing` · `file-is-folder` · `file-not-plain` · `file-unreadable` · `file-too-large` · `not-utf8`.
    """

    def __init__(self, code: str, line: int | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.line = line


def content_of(file: Path, most: int) -> bytes:
    """Return the bytes of a plain file of at most so many. Raises `NotReadable`."""
    try:
        _require_plain(file.stat(), most)
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(file, flags), "rb") as opened:
            _require_plain(os.fstat(opened.fileno()), most)
            content = opened.read(most + 1)
    except FileNotFoundError:
        raise NotReadable("file-missing") from None
    except (OSError, ValueError):  # a path with a NUL in it is a ValueError
        raise NotReadable("file-unreadable") from None
    if len(content) > most:
        raise NotReadable("file-too-large")
    return content


def text_of(file: Path, most: int) -> str:
    """Return the text of a plain file of at most so many bytes. Raises `NotReadable`."""
    return decoded(content_of(file, most))


def beginning_of(file: Path, most: int) -> bytes:
    """Return the first line of a plain file, or of a pipe handed to this program; at most `most` bytes.

    Raises `NotReadable`.
    """
    try:
        if not _HANDED_OVER.fullmatch(str(file)):
            _require_plain(file.stat(), None)
        with file.open("rb") as opened:
            about = os.fstat(opened.fileno())
            if not stat.S_ISFIFO(about.st_mode):
                _require_plain(about, None)
            return opened.readline(most)
    except FileNotFoundError:
        raise NotReadable("file-missing") from None
    except (OSError, ValueError):
        raise NotReadable("file-unreadable") from None


def decoded(content: bytes) -> str:
    """Return UTF-8 as text, without a byte order mark. Raises `NotReadable`."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotReadable("not-utf8", content.count(b"\n", 0, error.start) + 1) from None


def _require_plain(about: os.stat_result, most: int | None) -> None:
    if stat.S_ISDIR(about.st_mode):
        raise NotReadable("file-is-folder")
    if not stat.S_ISREG(about.st_mode):
        raise NotReadable("file-not-plain")
    if most is not None and about.st_size > most:
        raise NotReadable("file-too-large")
