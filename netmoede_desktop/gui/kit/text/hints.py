"""Hints over a widget: what people wrote is shown as it is, never read as HTML."""


def plain_hint(text: str) -> str:
    """Return a text as a hint that Qt shows as it is."""
    return text.replace("&", "&amp;").replace("<", "&lt;") if "<" in text else text
