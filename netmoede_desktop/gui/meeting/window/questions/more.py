"""*Mere …*: everything that has no button of its own just now, with its key."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from netmoede_desktop.gui.desk.keys import Action, KeyMap
from netmoede_desktop.gui.desk.wording import action_name
from netmoede_desktop.gui.meeting.help_page import grouped_actions
from netmoede_desktop.gui.meeting.page import BarItem
from netmoede_desktop.gui.meeting.window.questions.ask import Ask, Option
from netmoede_desktop.gui.meeting.window.questions.asks import MeetingAsks
from netmoede_desktop.localization.catalogue import Translator

#: What is shown by its own place in the bar, or is opened where it is written.
_ELSEWHERE = frozenset({Action.GO_ON, Action.GO_BACK, Action.UNDO, Action.NOTE})


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

    word, time, writing, room = grouped_actions(t)
    without_key = {
        word[0]: (Option(t.gettext("Giv ordet til …"), asks.word_to),),
        writing[0]: (Option(t.gettext("Uenighed eller forbehold …"), asks.reservation),),
        room[0]: (Option(t.gettext("En går …"), asks.leaving),),
        time[0]: (
            Option(t.gettext("Afslut mødet …"), ends[0]),
            Option(t.gettext("Stop mødet før tid …"), ends[1]),
        ),
    }
    options = [
        replace(option, group=heading)
        for heading, actions in (word, time, writing, room)
        for option in (
            *(
                Option(action_name(action, t), pressing(action), key=keys.shown(action))
                for action in actions
                if action not in shown and action not in _ELSEWHERE
            ),
            *without_key[heading],
        )
    ]
    first = tuple(Option(item.label, item.press) for item in own if item.press is not None)
    return Ask(t.gettext("Hvad vil du gøre?"), (*first, *options))
