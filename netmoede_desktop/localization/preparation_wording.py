"""One Danish sentence for each thing worth noticing about a planned meeting; none of them stands in the way."""

from typing import assert_never

from netmoede_desktop.domain.preparation import PlanCode, PlanRemark
from netmoede_desktop.localization.catalogue import Translator


def plan_remark_sentence(remark: PlanRemark, t: Translator) -> str:
    """Return the sentence of a remark."""
    match remark.code:
        case PlanCode.OVER_HARD_LIMIT:
            return t.gettext("Metoden siger højst {minutes} minutter.").format(minutes=remark.minutes)
        case PlanCode.CROWDED:
            sentence = t.gettext(
                "Hver taler får kun {seconds} sekunder i: {parts}. Giv mødet længere tid, eller vær færre."
            )
            return sentence.format(seconds=remark.seconds, parts=", ".join(remark.parts))
        case PlanCode.OWNER_NOT_INVITED:
            return t.ngettext(
                "Den ansvarlige for {count} aftale fra sidst er ikke med i mødet.",
                "De ansvarlige for {count} aftaler fra sidst er ikke med i mødet.",
                remark.count,
            ).format(count=remark.count)
        case _:
            return _plain(remark.code, t)


def _plain(code: PlanCode, t: Translator) -> str:
    match code:
        case PlanCode.NO_LEADER:
            return t.gettext("Mødet mangler en mødeleder.")
        case PlanCode.NO_CHILD:
            return t.gettext("Barnet er ikke skrevet på endnu.")
        case PlanCode.NOBODY_TO_HEAR:
            return t.gettext("Der er ingen at holde møde med endnu. Skriv på, hvem der kommer.")
        case PlanCode.NO_FAMILY:
            return t.gettext("Der er ingen fra familien eller det private netværk.")
        case PlanCode.NO_INTERPRETER:
            return t.gettext("Mødet er med tolk, men tolken er ikke skrevet på.")
        case PlanCode.NO_PURPOSE:
            return t.gettext("Formålet mangler.")
        case PlanCode.NO_PLACE:
            return t.gettext("Stedet mangler.")
        case PlanCode.STARTS_IN_PAST:
            return t.gettext("Tidspunktet er allerede gået.")
        case PlanCode.OVER_HARD_LIMIT | PlanCode.CROWDED | PlanCode.OWNER_NOT_INVITED:
            raise ValueError(code)
        case _:
            assert_never(code)
