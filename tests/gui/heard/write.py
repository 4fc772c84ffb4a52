"""Writes the page of the docs that tells what is heard: `python -m tests.gui.heard.write`."""

from pathlib import Path

from tests.gui.heard.journey import transcript, walked

SPOKEN = Path(__file__).parents[3] / "docs" / "spoken.md"

if __name__ == "__main__":
    SPOKEN.write_text(transcript(walked()), encoding="utf-8")
