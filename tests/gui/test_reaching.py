"""Every form of described fields has what it says of their privacy measured."""

import re
from pathlib import Path

import netmoede_desktop.gui
from tests.gui.cases import test_case_fields_privacy
from tests.gui.preparation.child import test_child_page
from tests.gui.preparation.frame import test_frame_page
from tests.gui.preparation.people import test_facts_form, test_person_fields_privacy
from tests.gui.preparation.sag import test_sag_page
from tests.gui.settings import test_settings_page

#: A new form comes in here together with a test that measures it, as these do.
MEASURED = {
    "AboutCard": test_settings_page,
    "FactsForm": test_facts_form,
    "SagForm": test_sag_page,
    "CaseForm": test_case_fields_privacy,
    "ChildForm": test_child_page,
    "FrameForm": test_frame_page,
    "RoomForm": test_frame_page,
    "PersonForm": test_person_fields_privacy,
}


def test_every_form_is_measured() -> None:
    sources = Path(netmoede_desktop.gui.__path__[0]).rglob("*.py")
    forms = {
        name for path in sources for name in re.findall(r"^class (\w+)\(FieldForm\[", path.read_text("utf-8"), re.M)
    }
    assert forms == MEASURED.keys()
    for name, module in MEASURED.items():
        assert getattr(module, name).specs(), name
