"""All pictures by their names, and the making of those that are wanted."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from installer.pictures import afterwards, endings, entry, looks, office, played, rounds
from installer.pictures.camera import Camera, offscreen

#: What each album takes, and how.
ALBUMS: Mapping[tuple[str, ...], Callable[[Camera], None]] = {
    entry.NAMES: entry.shoot,
    office.FIRST_NAMES: office.shoot_first,
    office.NAMES: office.shoot,
    rounds.ROLL_CALL_NAMES: rounds.shoot_roll_call,
    rounds.NAMES: rounds.shoot,
    rounds.INTERPRETER_NAMES: rounds.shoot_interpreter,
    rounds.GAP_NAMES: rounds.shoot_gap,
    rounds.SLIP_NAMES: rounds.shoot_slip,
    rounds.DISK_NAMES: rounds.shoot_full_disk,
    endings.NAMES: endings.shoot,
    endings.STATUS_NAMES: endings.shoot_status,
    endings.CLOSING_NAMES: endings.shoot_closing,
    looks.NAMES: looks.shoot,
    played.NAMES: played.shoot,
    afterwards.NAMES: afterwards.shoot,
}


def names() -> tuple[str, ...]:
    """Return the names of all pictures, in the order they are taken."""
    return tuple(name for album in ALBUMS for name in album)


def make(folder: Path, wanted: Sequence[str]) -> None:
    """Make the wanted pictures. Raises RuntimeError when an album did not take what it promised."""
    folder.mkdir(parents=True, exist_ok=True)
    camera = Camera(offscreen(), folder, frozenset(wanted))
    for album, shoot in ALBUMS.items():
        asked = [name for name in album if name in wanted]
        if asked:
            print(", ".join(asked), flush=True)
            shoot(camera)
    missing = [name for name in wanted if name not in camera.taken]
    if missing:
        raise RuntimeError(f"not taken: {', '.join(missing)}")
