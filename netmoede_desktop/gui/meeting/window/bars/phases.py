"""The phases of a meeting for the top bar: behind, now and ahead, with minutes."""

from netmoede_desktop.domain.methods.method import PartTask
from netmoede_desktop.gui.meeting.window.bars.phase_bar import PhaseBox, PhaseStep, PhaseTone
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import ClockReading, MeetingStage, MeetingView, Passage, PhaseView

_STEPS = {
    Passage.PAST: PhaseStep.PAST,
    Passage.NOW: PhaseStep.NOW,
    Passage.AHEAD: PhaseStep.AHEAD,
    Passage.DROPPED: PhaseStep.DROPPED,
}


def phase_boxes(view: MeetingView, reading: ClockReading, t: Translator) -> tuple[PhaseBox, ...]:
    """Return all phases; before the meeting begins all of them are ahead."""
    detail, share, short = time_now(view, reading, t)
    boxes = []
    for phase in view.phases:
        step = _STEPS[phase.passage]
        if view.stage is MeetingStage.ROLL_CALL and step is PhaseStep.NOW:
            step = PhaseStep.AHEAD
        if step is PhaseStep.NOW:
            boxes.append(PhaseBox(phase.title, detail, _weight(phase), step, share, _tone(view, phase), short=short))
        else:
            boxes.append(PhaseBox(phase.title, _minutes_of(phase, step, t), _weight(phase), step))
    return tuple(boxes)


def time_now(view: MeetingView, reading: ClockReading, t: Translator) -> tuple[str, float, str]:
    """Return the phase that is now as `runde 1 af 3 · 28 / 44 min`, how much of it is used, and the minutes alone."""
    used, planned = reading.phase_used, reading.phase_planned
    minutes = t.gettext("{used} / {planned} min").format(used=int(used // 60), planned=round(planned / 60))
    share = min(used / planned, 1.0) if planned else 1.0
    part = view.part
    if part.round_number is None or part.rounds_in_phase < 2:
        return minutes, share, minutes
    detail = t.gettext("runde {n} af {count} · {minutes}").format(
        n=part.round_number, count=part.rounds_in_phase, minutes=minutes
    )
    return detail, share, minutes


def _minutes_of(phase: PhaseView, step: PhaseStep, t: Translator) -> str:
    if step is PhaseStep.DROPPED:
        return t.gettext("udgår")
    seconds = phase.used_seconds if step is PhaseStep.PAST else phase.planned_seconds
    return t.gettext("{n} min").format(n=round(seconds / 60))


def _weight(phase: PhaseView) -> float:
    return float(max(phase.planned_seconds, 60))


def _tone(view: MeetingView, phase: PhaseView) -> PhaseTone:
    """The agreements are green and the phase before them ochre; all others petrol."""
    green = [part.phase for part in view.parts if part.task is PartTask.AGREEMENTS]
    if phase.id in green:
        return PhaseTone.GREEN
    ids = [known.id for known in view.phases]
    before = ids.index(green[0]) - 1 if green else -1
    # The first two phases are petrol in any method: welcome, and how it is now.
    return PhaseTone.OCHRE if before > 1 and ids[before] == phase.id else PhaseTone.PETROL
