"""The guide as a page of the office: F1 opens it from everywhere, and leads back."""

from netmoede_desktop.gui.desk.keys import KeyMap
from netmoede_desktop.gui.desk.office_page import Destination, OfficePage
from netmoede_desktop.gui.desk.page_context import PageContext
from netmoede_desktop.gui.guide.guide_view import GuideView, only


class GuidePage(OfficePage):
    """The page. `before` is the destination that *Tilbage* navigates to."""

    def __init__(self, context: PageContext, keys: KeyMap, before: Destination) -> None:
        super().__init__()
        self.view = GuideView(keys, context.look, context.t)
        only(self, self.view)
        self.view.back.connect(lambda: self.navigation_requested.emit(before))

    @property
    def view_state(self) -> object:
        """The share of the guide that is scrolled past."""
        return self.view.scrolled

    def restore_view_state(self, view_state: object) -> None:
        """Scroll as far as before."""
        if isinstance(view_state, float):
            self.view.scroll_to(view_state)

    def focus_first(self) -> None:
        """Focus the button of the first chapter."""
        self.view.focus_first()
