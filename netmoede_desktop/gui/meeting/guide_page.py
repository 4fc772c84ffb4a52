"""The guide in a meeting, a press away from the list of keys."""

from netmoede_desktop.gui.desk.keys import Action, KeyMap
from netmoede_desktop.gui.guide.guide_view import GuideView, only
from netmoede_desktop.gui.meeting.page import BarItem, MeetingPage
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import MeetingView


class MeetingGuidePage(MeetingPage):
    """The guide; the ways back are those of the bar, and Esc."""

    def __init__(self, keys: KeyMap, look: Look, t: Translator) -> None:
        super().__init__()
        self.view = GuideView(keys, look, t, leaves=False)
        only(self, self.view)

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Nothing here depends on the meeting."""

    def bar(self) -> tuple[tuple[BarItem, ...], tuple[BarItem, ...]]:
        """The ways back."""
        return (BarItem(action=Action.HELP),), (BarItem(action=Action.TABLE),)
