"""The docs name only what there is: a glossary that has lost touch with the code misleads."""

import ast
import re
import subprocess
import sys
from pathlib import Path

from netmoede_desktop.documents.papers import MEETING_PAPERS, forms_of
from netmoede_desktop.domain.people import Role
from netmoede_desktop.gui.keys import Action, KeyMap
from netmoede_desktop.services.scenario_file import _Steps


def classes(repository: Path) -> set[str]:
    return {
        node.name
        for path in (repository / "netmoede_desktop").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    }


def test_the_glossary_names_classes_that_exist(repository: Path) -> None:
    text = (repository / "docs" / "glossary.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([A-Z][a-z]\w*)[`.]", text))
    assert len(named) > 15
    assert named - classes(repository) == set()


def test_the_glossary_knows_every_role(repository: Path) -> None:
    text = (repository / "docs" / "glossary.md").read_text(encoding="utf-8")
    assert {role.name for role in Role} == set(re.findall(r"`Role\.(\w+)`", text))


def test_every_link_leads_somewhere(repository: Path) -> None:
    pages = [*repository.glob("*.md"), *(repository / "docs").rglob("*.md")]
    assert len(pages) > 8
    broken = [
        f"{page.name}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
        if "://" not in target and not (page.parent / target).exists()
    ]
    assert broken == []


def test_every_decision_says_what_was_rejected(repository: Path) -> None:
    decisions = sorted((repository / "docs" / "decisions").glob("*.md"))
    assert decisions
    for number, page in enumerate(decisions, start=1):
        assert page.name.startswith(f"{number:04d}-"), page.name
        headings = re.findall(r"^## (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
        assert headings == ["Context", "Decision", "Rejected", "Consequences"], page.name


def helped(*verb: str) -> str:
    """What `netmoede VERB --help` says; it must end well."""
    start = "from netmoede_desktop.app.main import main; main()"
    command = (sys.executable, "-c", start, *verb, "--help")
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout


def test_the_readme_tells_of_every_verb_and_no_other(repository: Path) -> None:
    readme = (repository / "README.md").read_text(encoding="utf-8")
    table = readme.split("| verb | what it does |")[1].split("\n\n")[0]
    told = {tuple(row.split()) for row in re.findall(r"^\| `([a-z]+(?: [a-z]+)?)\b", table, re.MULTILINE)}
    assert len(told) > 8
    assert all(helped(*verb) for verb in told)
    assert {verb[0] for verb in told} == set(re.findall(r"^    ([a-z]+)  ", helped(), re.MULTILINE))


def test_the_readme_tells_of_every_paper_in_all_its_formats_and_of_what_is_played(repository: Path) -> None:
    readme = (repository / "README.md").read_text(encoding="utf-8")
    table = readme.split("| document | formats |")[1].split("\n\n")[0]
    told = [re.findall(r"`(\w+)`", row) for row in table.splitlines()[2:]]
    assert told == [[paper.kind, *paper.formats] for paper in MEETING_PAPERS]
    (played,) = re.findall(r"^In the folder: ([^;]*);", readme, re.MULTILINE | re.DOTALL)
    names = {paper.played_as(form) for paper, form in forms_of(MEETING_PAPERS) if form.played}
    assert set(re.findall(r"`([\w.-]+)`", played)) == names


def test_the_readme_tells_of_every_step_of_a_scenario_and_no_other(repository: Path) -> None:
    readme = (repository / "README.md").read_text(encoding="utf-8")
    table = readme.split("| `do` | with | what happens |")[1].split("\n\n")[0]
    told = {
        step for row in table.splitlines() for step in re.findall(r"`(\w+)`", row.split("|")[1] if "|" in row else "")
    }
    assert told == set(_Steps((), None, 2026)._readers)


def test_the_guide_tells_of_every_key_and_its_name_in_the_file_of_keys(repository: Path) -> None:
    guide = (repository / "docs" / "user-guide.md").read_text(encoding="utf-8")
    table = guide.split("| tast | hvad den gør | navn i `keys.toml` |")[1].split("\n\n")[0]
    told = re.findall(r"^\| `([^`]+)` \|.*\| `([^`]+)` \|$", table, re.MULTILINE)
    known = KeyMap()
    assert {name: key for key, name in told} == {action.value: known.shown(action) for action in Action}
