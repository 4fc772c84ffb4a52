"""The dependencies of a meeting of this session, beside its `PageContext`."""

from netmoede_desktop.gui.desk.keys import load_keys
from netmoede_desktop.gui.meeting.bridge.gap_watch import GapWatch
from netmoede_desktop.gui.room.screens import Screens
from netmoede_desktop.gui.shell.led_meeting import MeetingSurroundings
from netmoede_desktop.gui.shell.world import AppWorld
from netmoede_desktop.gui.system.awake import Awake
from netmoede_desktop.services.settings.acute_number import acute_number
from netmoede_desktop.services.settings.preferences import Preferences
from netmoede_desktop.storage.vault import Vault

#: Where a municipality or a person says which key does what.
KEY_FILE = "keys.toml"


def meeting_surroundings(
    world: AppWorld, vault: Vault, screens: Screens, awake: Awake, preferences: Preferences
) -> MeetingSurroundings:
    """Return the keys, screens and preferences as they are now; the acute number is the one in `vault`."""
    key_file = world.profile / KEY_FILE
    return MeetingSurroundings(
        keys=load_keys(key_file),
        key_file=str(key_file),
        screens=screens,
        awake=awake,
        gaps=GapWatch(world.clock),
        acute_number=acute_number(vault),
        audience_screen=preferences.audience_screen,
        sound=preferences.sound,
    )
