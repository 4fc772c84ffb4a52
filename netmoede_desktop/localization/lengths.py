"""Lengths of time in everyday units."""

from netmoede_desktop.localization.catalogue import Translator


def meeting_length(minutes: int, t: Translator) -> str:
    """Return the length of a meeting: `45 min`, `2 timer`, `2 t 15 min`."""
    hours, left = divmod(minutes, 60)
    if not hours:
        return t.gettext("{minutes} min").format(minutes=left)
    if not left:
        return t.ngettext("{n} time", "{n} timer", hours).format(n=hours)
    return t.gettext("{hours} t {minutes} min").format(hours=hours, minutes=left)
