"""Which way a sentence is read: a Danish one that begins with an Arabic name is read from the left all the same."""

import unicodedata

#: Says "from the left" and is not seen.
_FROM_THE_LEFT = "\u200e"
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


def in_reading_order(text: str) -> str:
    """Return the text so that Qt sets it the way it is read.

    Qt goes by the first letter. Where that is one of a script that is written from the right, but letters from the left
    follow, the text is one of ours with somebody's name in front, and is marked as read from the left. A text wholly
    in the other script is left as it is.
    """
    directions = (unicodedata.bidirectional(character) for character in text)
    strong = [direction for direction in directions if direction == "L" or direction in _RIGHT_TO_LEFT]
    if strong and strong[0] in _RIGHT_TO_LEFT and "L" in strong:
        return _FROM_THE_LEFT + text
    return text
