"""A bus that is not there: what was asked of it, and a way to say something through it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from netmoede_desktop.gui.system.bus import BusKind, BusPeer, OnValues


@dataclass
class FakeBus:
    """Answers what it was told to, at once."""

    answers: dict[str, Sequence[object]] = field(default_factory=dict)
    asked: list[tuple[str, str, tuple[object, ...]]] = field(default_factory=list)
    listening: dict[tuple[str, str], OnValues] = field(default_factory=dict)
    closed: bool = False

    def ask(self, whom: BusPeer, method: str, arguments: Sequence[object], answered: OnValues | None = None) -> None:
        self.asked.append((whom.interface, method, tuple(arguments)))
        if answered is not None and method in self.answers:
            answered(self.answers[method])

    def listen(self, whom: BusPeer, signal: str, told: OnValues) -> None:
        self.listening[(whom.interface, signal)] = told

    def close(self) -> None:
        self.closed = True

    def show_message(self, interface: str, signal: str, *values: object) -> None:
        self.listening[(interface, signal)](values)


@dataclass
class FakeBuses:
    """Opens the two, or none."""

    session: FakeBus | None = None
    system: FakeBus | None = None

    def __call__(self, kind: BusKind) -> FakeBus | None:
        return self.session if kind is BusKind.SESSION else self.system


@dataclass
class Wrapped:
    """How Qt hands over a path or a value."""

    value: object

    def path(self) -> object:
        return self.value

    def variant(self) -> object:
        return self.value
