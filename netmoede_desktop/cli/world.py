"""The command line's dependencies on the machine, handed in by the composition root."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from netmoede_desktop.localization.catalogue import Translator

if TYPE_CHECKING:
    from netmoede_desktop.services.scenarios.playing import ScenarioStage


class PlayStage(Protocol):
    """A stage of windows. `watched` is True where there is a display; `stage` is ready for a meeting at a speed."""

    @property
    def watched(self) -> bool:
        """Whether somebody can see it."""

    def wait(self, seconds: float) -> None:
        """Wait for real seconds while the windows stay responsive."""

    def stage(self, speed: float | None) -> "ScenarioStage":
        """Return the stage for a meeting that goes `speed` times as fast as real time, None for as fast as it can."""

    def close(self) -> None:
        """Take the windows away."""


class Windows(Protocol):
    """The other face, which this one never imports."""

    def open(self, profile: Path, curtain: str | None, *, overview: bool = False) -> int:
        """Open the app with a profile and return its exit code when it has been closed.

        `curtain` is the name of a screen that is to be covered before anything is shown, None for none. With `overview`
        a meeting that runs is behind the overview, as it was when the app locked.
        """

    def play_stage(self) -> PlayStage:
        """Set up the windows for a meeting that plays itself; without a display they are drawn all the same."""


@dataclass(frozen=True, slots=True)
class World:
    """The seams. `default_profile` is asked where none is named or files are written; `sleep` takes seconds.

    `windows` is None where there are none: verbs then do their work unseen.
    """

    now: Callable[[], datetime]
    sleep: Callable[[float], None]
    default_profile: Callable[[], Path]
    translator: Translator
    windows: Windows | None = None
