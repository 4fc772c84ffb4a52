"""Hash chains: each link's digest covers its content and the one before, so that none can be changed or dropped."""

import hashlib
import json
from typing import Final

#: What the first link builds on.
ROOT: Final = "0" * 64


def link(previous: str, content: dict[str, object]) -> str:
    """Return the digest (SHA-256, hex) of a link; the content must be what JSON can hold."""
    text = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(previous.encode("ascii") + text.encode("utf-8", "surrogatepass")).hexdigest()
