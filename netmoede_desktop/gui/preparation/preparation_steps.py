"""The steps of the preparation that have a page. Knows no window."""

from collections.abc import Mapping
from enum import StrEnum

from netmoede_desktop.domain.preparation.readiness.verdict import PageField, Step
from netmoede_desktop.localization.catalogue import Translator, translatable


class PreparationStep(StrEnum):
    """A step that has a page, in the order they are usually taken; any order will do.

    Its value is that of the `Step` the rules know it by.
    """

    CASE = Step.CASE.value
    PURPOSE = Step.PURPOSE.value
    CHILD = Step.CHILD.value
    PEOPLE = Step.PEOPLE.value
    SEATS = Step.ORDER.value
    TIME = Step.TIME.value
    FRAME = Step.FRAME.value

    @property
    def about(self) -> Step:
        """The step as the rules know it."""
        return Step(self.value)


_NAMES = {
    PreparationStep.CASE: translatable("Sagen"),
    PreparationStep.PURPOSE: translatable("Formål"),
    PreparationStep.CHILD: translatable("Barnet"),
    PreparationStep.PEOPLE: translatable("Deltagere"),
    PreparationStep.SEATS: translatable("Bordplan"),
    PreparationStep.TIME: translatable("Tid og sted"),
    PreparationStep.FRAME: translatable("Rammer"),
}

#: Where a rule is mended that asks for something of the sag's own page.
BIRTH_YEAR = PageField(Step.CASE, "birth_year")

#: The fields of the pages by the step, under the names the rules give them: what else a rule asks has no field yet.
_FIELDS: Mapping[Step, frozenset[str]] = {
    Step.CASE: frozenset(
        {
            "adviser_asked",
            "asked_authority",
            "birth_year",
            "case_type",
            "complex_needs",
            "concern",
            "expectations",
            "first_visit",
            "involvement",
            "known",
            "nominated",
            "presented",
            "risk_assessed",
            "screening",
            "target_group",
            "visitation",
        }
    ),
    Step.PURPOSE: frozenset({"purpose", "measure"}),
    Step.CHILD: frozenset({"talk", "explained", "participation", "place", "before", "bisidder"}),
    Step.PEOPLE: frozenset(
        {
            "approved_by",
            "caseworker",
            "channel",
            "chosen_by",
            "cleared",
            "initiator",
            "language",
            "leader",
            "people",
            "phone",
            "protected_checked",
            "why",
        }
    ),
    Step.ORDER: frozenset({"order"}),
    Step.TIME: frozenset({"starts", "length", "over_reason"}),
    Step.FRAME: frozenset(
        {
            "apart",
            "capacity",
            "dinner",
            "evening",
            "evening_until",
            "food_ordered",
            "interpreter",
            "interpreter_birth_year",
            "interpreter_ordered",
            "place",
            "room_kind",
        }
    ),
}


def has_field(place: PageField) -> bool:
    """Return True if the windows have a field in which a rule is mended."""
    return place.field in _FIELDS.get(place.step, ())


def step_name(step: PreparationStep, t: Translator) -> str:
    """Return what a step is called."""
    return t.gettext(_NAMES[step])


def after(step: PreparationStep) -> PreparationStep | None:
    """Return the step that is usually taken next, None after the last."""
    steps = list(PreparationStep)
    place = steps.index(step) + 1
    return steps[place] if place < len(steps) else None


def page_of(step: Step) -> PreparationStep | None:
    """Return the step with the page where something is mended, None where there is no such page."""
    return next((one for one in PreparationStep if one.about is step), None)
