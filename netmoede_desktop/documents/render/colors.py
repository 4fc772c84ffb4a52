"""The colour profile of a paper: sRGB (IEC 61966-2-1), as an ICC profile of version 2 that is written here.

PDF/A asks for a profile in every file. This one is made from the published figures and is under no one else's licence.
"""

import struct
from functools import cache

#: How the colour space is named, after the standard that defines it.
SRGB = "sRGB IEC61966-2.1"

_COPYRIGHT = b"No copyright, use freely.\0"
_NAME = SRGB.encode("ascii") + b"\0"

#: The white of the profile space, and the three colours brought to it (Bradford): X, Y, Z.
_WHITE = (0.9642, 1.0, 0.8249)
_RED = (0.43607, 0.22249, 0.01392)
_GREEN = (0.38515, 0.71687, 0.09708)
_BLUE = (0.14307, 0.06061, 0.7141)

#: How many steps of brightness the curve has.
_STEPS = 256
_HEADER = 128


@cache
def srgb_profile() -> bytes:
    """Return the profile; the same bytes every time."""
    curve = _curve()
    tags = (
        (b"desc", _described()),
        (b"cprt", b"text" + bytes(4) + _COPYRIGHT),
        (b"wtpt", _place(_WHITE)),
        (b"rXYZ", _place(_RED)),
        (b"gXYZ", _place(_GREEN)),
        (b"bXYZ", _place(_BLUE)),
        (b"rTRC", curve),
        (b"gTRC", curve),
        (b"bTRC", curve),
    )
    start = _HEADER + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    body = b""
    for _, data in tags:
        if data not in places:
            places[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
    table = b"".join(struct.pack(">4sII", name, places[data], len(data)) for name, data in tags)
    return _header(start + len(body)) + struct.pack(">I", len(tags)) + table + body


def _header(size: int) -> bytes:
    """A display profile of version 2.1, from RGB to XYZ, of no maker and of a fixed day."""
    kinds = struct.pack(">I4sI4s4s4s", size, bytes(4), 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    day = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    rest = b"acsp" + bytes(28) + struct.pack(">3i", *(round(part * 65536) for part in _WHITE))
    return (kinds + day + rest).ljust(_HEADER, b"\0")


def _described() -> bytes:
    """The name, in the one form old readers know: plain letters, and no others."""
    return b"desc" + bytes(4) + struct.pack(">I", len(_NAME)) + _NAME + bytes(4 + 4 + 2 + 1 + 67)


def _place(color: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(part * 65536) for part in color))


def _curve() -> bytes:
    """How bright each step is: linear at the dark end, then a power."""
    steps = (number / (_STEPS - 1) for number in range(_STEPS))
    light = (step / 12.92 if step <= 0.04045 else ((step + 0.055) / 1.055) ** 2.4 for step in steps)
    return b"curv" + bytes(4) + struct.pack(f">I{_STEPS}H", _STEPS, *(round(part * 65535) for part in light))
