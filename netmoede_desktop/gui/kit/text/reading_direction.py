"""The reading direction of a text: a Danish one that begins with an Arabic name is still read from the left."""

from netmoede_desktop.localization.direction import (
    BACKWARDS,
    FROM_THE_LEFT,
    is_danish,
    isolated,
    without_isolates,
)


def in_reading_order(text: str) -> str:
    """Return the text with marks so that Qt sets it in its reading direction.

    Qt goes by the first letter. A Danish text with something in it that is read from the right gets it isolated, and
    says at its beginning that the whole is read from the left. A text wholly in the other script is unchanged.
    """
    if not BACKWARDS.search(text) or not is_danish(text):
        return text
    return FROM_THE_LEFT + isolated(without_isolates(text).lstrip(FROM_THE_LEFT))
