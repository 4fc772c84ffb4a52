"""The shipped guide: the same in every language, with keys that exist, short, and in everyday words."""

import re
from pathlib import Path
from string import Formatter

import pytest

from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.guide.guide import Guide, GuidePicture, GuideStep, read_guide

_FOLDER = resource_folder() / "guide"
LANGUAGES = sorted(file.stem for file in _FOLDER.glob("*.toml"))

#: Long words and words in a sentence together: below 30 everybody reads it with ease.
_MOST_LIX = 30.0


def steps(guide: Guide) -> list[GuideStep]:
    return [step for chapter in guide.chapters for step in chapter.steps]


def named_keys(step: GuideStep) -> list[str]:
    return [name for text in (step.do, step.why) for _, name, _, _ in Formatter().parse(text) if name is not None]


def lix(text: str) -> float:
    words = re.findall(r"\w+", text)
    sentences = max(len(re.findall(r"[.?!:]", text)), 1)
    return len(words) / sentences + 100 * sum(len(word) > 6 for word in words) / len(words)


def test_it_tells_before_during_and_after_and_what_to_do_when_things_go_wrong() -> None:
    guide = read_guide(_FOLDER, "da")
    assert [chapter.title for chapter in guide.chapters] == [
        "Før mødet",
        "Under mødet",
        "Efter mødet",
        "Når noget går galt",
    ]
    assert [chapter.picture for chapter in guide.chapters] == list(GuidePicture)
    assert "vores anbefalinger" in guide.lead


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_steps_with_the_same_keys(language: str) -> None:
    ours, danish = read_guide(_FOLDER, language), read_guide(_FOLDER, "da")
    assert [named_keys(step) for step in steps(ours)] == [named_keys(step) for step in steps(danish)]
    assert [bool(step.why) for step in steps(ours)] == [bool(step.why) for step in steps(danish)]
    assert [len(one.steps) for one in ours.chapters] == [len(one.steps) for one in danish.chapters]
    assert {name for step in steps(ours) for name in named_keys(step)} <= {action.value for action in Action}


def test_danish_and_english_are_there() -> None:
    assert {"da", "en"} <= set(LANGUAGES)


def test_a_language_without_a_guide_gets_the_danish_one() -> None:
    assert read_guide(_FOLDER, "tr") == read_guide(_FOLDER, "da")


def test_a_key_that_is_unknown_is_refused(tmp_path: Path) -> None:
    (tmp_path / "da.toml").write_text('title = "x"\nlead = "y"\n[[chapter]]\ntitle = "z"\n', encoding="utf-8")
    with pytest.raises(KeyError):
        read_guide(tmp_path, "da")


def test_it_is_short_and_in_everyday_danish() -> None:
    guide = read_guide(_FOLDER, "da")
    told = [f"{step.do} {step.why}".strip() for step in steps(guide)]
    words = sum(len(text.split()) for text in told)
    assert words <= 500
    assert lix(" ".join(told)) <= _MOST_LIX
    assert all(len(text.split()) <= 40 for text in told)
