"""The check that a file holds pages of a store, by the codes that SQLCipher puts at the end of each page.

A page is 4096 bytes; its last 64 are the HMAC-SHA512 of the bytes before them and the page's number, under a key that
is derived from the store's key and salt. It cannot be made without the key: a single page that fits identifies the
owner, however much of the rest is broken. Source: SQLCipher's design, "per-page HMAC"; the format is version 4.
"""

import hashlib
import hmac
from pathlib import Path
from typing import Final

from netmoede_desktop.storage.files import opened_to_read

PAGE_BYTES: Final = 4096
SALT_BYTES: Final = 16
_CODE_BYTES: Final = 64
_FLIP: Final = 0x3A
_TURNS: Final = 2
_KEY_BYTES: Final = 32


def holds_pages_of(store: Path, key: bytes, salt: bytes) -> bool | None:
    """Return True if some page of the file was written with this key; None if the file is too short to hold a page.

    Reads two pages of a store of this key, all of any other. Raises FileNotFoundError or `Unreadable`.
    """
    code_key = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ _FLIP for byte in salt), _TURNS, _KEY_BYTES)
    with opened_to_read(store) as file:
        number, page = 1, file.read(PAGE_BYTES)
        if len(page) < PAGE_BYTES:
            return None
        while len(page) == PAGE_BYTES:
            if _fits(page, number, code_key):
                return True
            number, page = number + 1, file.read(PAGE_BYTES)
    return False


def begins_with(store: Path, salt: bytes) -> bool | None:
    """Return True if the file begins with the salt of a store, as every store of it does; None if it holds no page.

    Raises FileNotFoundError or `Unreadable`.
    """
    with opened_to_read(store) as file:
        page = file.read(PAGE_BYTES)
    return None if len(page) < PAGE_BYTES else page[:SALT_BYTES] == salt


def _fits(page: bytes, number: int, code_key: bytes) -> bool:
    begin = SALT_BYTES if number == 1 else 0
    code = hmac.digest(code_key, page[begin:-_CODE_BYTES] + number.to_bytes(4, "little"), "sha512")
    return hmac.compare_digest(code, page[-_CODE_BYTES:])
