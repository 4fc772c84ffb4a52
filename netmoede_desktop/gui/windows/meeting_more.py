"""*Mere …*: everything that has no button of its own just now, with its key."""

from collections.abc import Callable, Collection, Sequence

from netmoede_desktop.gui.keys import Action, KeyMap
from netmoede_desktop.gui.pages.meeting.page import BarItem
from netmoede_desktop.gui.windows.meeting_ask import Ask, Option
from netmoede_desktop.gui.windows.meeting_asks import MeetingAsks
from netmoede_desktop.gui.wording import action_name
from netmoede_desktop.localization.catalogue import Translator

#: In the order they are likely to be looked for.
_ORDER = (
    Action.REDO,
    Action.NEXT_PART,
    Action.PASS,
    Action.LATER,
    Action.REMARK,
    Action.INTERPRETER,
    Action.IT_WAS,
    Action.BACKDATE,
    Action.LET_RUN,
    Action.MORE_TIME,
    Action.PAUSE,
    Action.TIME_OUT,
    Action.AGREEMENT,
    Action.BOARD,
    Action.PARK,
    Action.PRIVATE,
    Action.ARRIVAL,
    Action.TABLE,
    Action.AUDIENCE,
    Action.CURTAIN,
    Action.SWAP,
    Action.VEIL,
    Action.ACUTE,
    Action.LOCK,
    Action.HELP,
)


def everything_else(
    press: Callable[[Action], None],
    keys: KeyMap,
    shown: Collection[Action],
    own: Sequence[BarItem],
    asks: MeetingAsks,
    ends: tuple[Callable[[], None], Callable[[], None]],
    t: Translator,
) -> Ask:
    """Return the question with all actions but those with a button, and those that have no key.

    `own` are the page's own buttons that found no room; they come first. `ends` close the meeting, as planned or before
    its time.
    """

    def pressing(action: Action) -> Callable[[], None]:
        return lambda: press(action)

    options = tuple(
        Option(action_name(action, t), pressing(action), key=keys.shown(action))
        for action in _ORDER
        if action not in shown
    )
    others = (
        Option(t.gettext("Giv ordet til …"), asks.word_to),
        Option(t.gettext("En går …"), asks.leaving),
        Option(t.gettext("Uenighed eller forbehold …"), asks.reservation),
        Option(t.gettext("Afslut mødet …"), ends[0]),
        Option(t.gettext("Stop mødet før tid …"), ends[1]),
    )
    first = tuple(Option(item.label, item.press) for item in own if item.press is not None)
    return Ask(t.gettext("Hvad vil du gøre?"), (*first, *options, *others))
