"""Names of the actions. Everyday Danish, du-form; see the other `*_wording` modules too."""

from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.localization.catalogue import Translator, translatable

_ACTIONS = {
    Action.GO_ON: translatable("Videre"),
    Action.GO_BACK: translatable("Forrige"),
    Action.NOTE: translatable("Note"),
    Action.PRIVATE: translatable("Privat"),
    Action.LATER: translatable("Senere"),
    Action.AUDIENCE: translatable("Fællesskærm"),
    Action.MORE_TIME: translatable("+1 min"),
    Action.PASS: translatable("Pas"),
    Action.CURTAIN: translatable("Gardin"),
    Action.SWAP: translatable("Byt skærme"),
    Action.PAUSE: translatable("Pause"),
    Action.INTERPRETER: translatable("Tolk"),
    Action.REMARK: translatable("Indskud"),
    Action.LET_RUN: translatable("Lad løbe"),
    Action.BACKDATE: translatable("Begyndte for … siden"),
    Action.IT_WAS: translatable("Det var …"),
    Action.TIME_OUT: translatable("Time-out"),
    Action.VEIL: translatable("Slør"),
    Action.AGREEMENT: translatable("Aftale"),
    Action.ARRIVAL: translatable("En kommer"),
    Action.BOARD: translatable("Tavlen"),
    Action.PARK: translatable("Parkér"),
    Action.UNDO: translatable("Fortryd"),
    Action.REDO: translatable("Gendan"),
    Action.LOCK: translatable("Lås"),
    Action.ACUTE: translatable("Akut bekymring"),
    Action.HELP: translatable("Taster"),
    Action.CARD: translatable("Huskekort"),
    Action.TABLE: translatable("Bordet"),
    Action.NEXT_PART: translatable("Næste del"),
}


def action_name(action: Action, t: Translator) -> str:
    """Return the name of an action, as on its button."""
    return t.gettext(_ACTIONS[action])
