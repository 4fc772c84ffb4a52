"""Everything a user can come to see."""

from tests.gui.every_page.child_frame_sights import CHILD_SIGHTS, FRAME_SIGHTS, SAG_SIGHTS
from tests.gui.every_page.entry_sights import ENTRY_SIGHTS
from tests.gui.every_page.meeting_sights import MEETING_SIGHTS
from tests.gui.every_page.method_sights import METHOD_SIGHTS
from tests.gui.every_page.minutes_sights import MINUTES_SIGHTS
from tests.gui.every_page.network_sights import NETWORK_SIGHTS
from tests.gui.every_page.office_sights import OFFICE_SIGHTS
from tests.gui.every_page.readiness_sights import READINESS_SIGHTS
from tests.gui.every_page.room_sights import ROOM_SIGHTS
from tests.gui.every_page.settings_sights import SETTINGS_SIGHTS
from tests.gui.every_page.status_sights import STATUS_SIGHTS

SIGHTS = (
    *ENTRY_SIGHTS,
    *OFFICE_SIGHTS,
    *SETTINGS_SIGHTS,
    *SAG_SIGHTS,
    *CHILD_SIGHTS,
    *FRAME_SIGHTS,
    *METHOD_SIGHTS,
    *NETWORK_SIGHTS,
    *READINESS_SIGHTS,
    *MEETING_SIGHTS,
    *STATUS_SIGHTS,
    *MINUTES_SIGHTS,
    *ROOM_SIGHTS,
)
