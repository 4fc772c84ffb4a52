"""Tool tips as plain text: people's words are never read as HTML."""


def plain_hint(text: str) -> str:
    """Return a text escaped so that Qt shows it literally in a tool tip."""
    return text.replace("&", "&amp;").replace("<", "&lt;") if "<" in text else text
