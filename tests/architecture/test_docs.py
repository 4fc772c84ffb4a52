"""The docs name only what there is: a glossary that has lost touch with the code misleads."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path

import pytest

from netmoede_desktop.documents.papers import MEETING_PAPERS, PAPERS, forms_of
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.gui.desk.keys import Action, KeyMap
from netmoede_desktop.services.scenarios.scenario_file import _Steps
from tests.architecture.import_graph import Module, class_places


def test_the_glossary_names_classes_that_exist(repository: Path, package: Mapping[str, Module]) -> None:
    text = (repository / "docs" / "glossary.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([A-Z][a-z]\w*)[`.]", text))
    assert len(named) > 15
    assert named - class_places(package.values()).keys() == set()


def test_the_glossary_knows_every_role(repository: Path) -> None:
    text = (repository / "docs" / "glossary.md").read_text(encoding="utf-8")
    assert {role.name for role in Role} == set(re.findall(r"`Role\.(\w+)`", text))


@pytest.mark.smoke
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


#: Where pages are mentioned, beside the pages at the top.
ROOMS = ("docs", "installer", "netmoede_desktop", "resources", "tests")


def written(repository: Path) -> Iterator[Path]:
    """Every page, module and data file that people read."""
    yield from (path for path in (*repository.glob("*.md"), *repository.glob("*.toml")))
    for room in ROOMS:
        yield from (path for path in (repository / room).rglob("*") if path.suffix in (".md", ".py", ".toml"))


def astray(repository: Path) -> Iterator[str]:
    """Each mention of a page, by its path or the end of it, or of a requirement, by its number, that leads nowhere."""
    files = list(written(repository))
    pages = {f"/{path.relative_to(repository).as_posix()}" for path in files if path.suffix == ".md"}
    explained = (repository / "docs" / "requirements.md").read_text(encoding="utf-8")
    for path in files:
        text = path.read_text(encoding="utf-8")
        for page in re.findall(r"[\w./-]*\w\.md\b", text):
            end = f"/{re.sub(r'^(?:[.]{1,2}/)+', '', page)}"
            if not any(known.endswith(end) for known in pages):
                yield f"{path.relative_to(repository).as_posix()}: {page}"
        for number in re.findall(r"(?<![A-Za-z0-9])(?:R|test_(?:r\d{3}_)*r)(\d{3})(?![0-9A-Za-z])", text):
            if f"| R{number} |" not in explained:
                yield f"{path.relative_to(repository).as_posix()}: R{number}"


def test_every_page_and_every_requirement_that_is_mentioned_is_here(repository: Path) -> None:
    assert len(list(written(repository))) > 500
    assert list(astray(repository)) == []


@pytest.mark.parametrize(
    ("file", "text", "found"),
    [
        ("netmoede_desktop/domain/rule.py", '"""Source: {}.md §3; R002."""', "{}.md"),
        ("netmoede_desktop/domain/rule.py", "#: So many (design/{}.md).\nLIMIT = 3\n", "design/{}.md"),
        ("tests/domain/test_rule.py", '"""Each, as {}.md asks."""', "{}.md"),
        ("installer/rule.py", "# see ../{}.md", "../{}.md"),
        ("resources/rule.toml", "# {}.md", "{}.md"),
        ("docs/glossary.md", "As ../{}.md says.", "../{}.md"),
        ("CHANGELOG.md", "- {}.md", "{}.md"),
        ("netmoede_desktop/domain/rule.py", "# R{}", "R{}"),
        ("tests/domain/test_rule.py", "def test_r002_r{}_it(): ...", "R{}"),
        ("netmoede_desktop/domain/rule.py", "# R002, README.md, docs/requirements.md, ../requirements.md, R{}5", None),
    ],
)
def test_a_page_or_a_number_that_is_not_here_is_found(tmp_path: Path, file: str, text: str, found: str | None) -> None:
    missing = "179" if "R{}" in text or "r{}" in text else "plans"
    planted = {"README.md": "", "docs/requirements.md": "| R002 | ", file: text.format(missing)}
    for name, words in planted.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(words, encoding="utf-8")
    assert list(astray(tmp_path)) == ([] if found is None else [f"{file}: {found.format(missing)}"])


def missing_from(repository: Path, page: str) -> Iterator[str]:
    """Each path that a page names and that is not here, and each name of code that no module holds."""
    files = [path for path in written(repository) if path.name != "how-to-add.md"]
    known = {word for path in files for word in re.findall(r"\w+", path.read_text(encoding="utf-8"))}
    for named in re.findall(r"`([^`]+)`", page):
        if re.match(rf"(?:{'|'.join(ROOMS)})/", named):
            here = (repository / named).exists()
        elif named.endswith((".py", ".md")):
            here = any(path.name == named for path in files)
        else:
            here = not re.fullmatch(r"[\w.]+", named) or known.issuperset(named.split("."))
        if not here:
            yield named


def test_how_to_add_names_only_what_is_here(repository: Path) -> None:
    page = (repository / "docs" / "how-to-add.md").read_text(encoding="utf-8")
    assert len(re.findall(r"^## ", page, re.MULTILINE)) == 8
    assert list(missing_from(repository, page)) == []
    gone = ("netmoede_desktop/gui/" + "gone.py", "_gone_" + "people", "gone_" + "wording.py")
    planted = "".join(f"`{name}` " for name in gone)
    assert list(missing_from(repository, planted)) == list(gone), "the control"


@pytest.mark.smoke
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
    assert told == [[paper.kind, *paper.formats] for paper in PAPERS]
    (played,) = re.findall(r"^In the folder: ([^;]*);", readme, re.MULTILINE | re.DOTALL)
    names = {paper.played_as(form) for paper, form in forms_of(MEETING_PAPERS) if form.played}
    assert set(re.findall(r"`([\w.-]+)`", played)) == names


def test_the_readme_tells_of_every_key_of_a_person_and_no_other(repository: Path) -> None:
    readme = (repository / "README.md").read_text(encoding="utf-8")
    row, more = re.findall(r"^\| `\[\[person\]\]` \| (.*) \|$", readme, re.MULTILINE)
    assert set(re.findall(r"`(\w+)[*]?`", row)) == {one.name for one in fields(Person)} | {"present"}
    schema = json.loads((repository / "resources" / "schemas" / "netmoede-plan-1.schema.json").read_text("utf-8"))
    of_plans = set(schema["properties"]["person"]["items"]["properties"]) - set(re.findall(r"`(\w+)[*]?`", row))
    assert set(re.findall(r"`(\w+)`", more)) == of_plans


def test_the_readme_tells_of_every_key_of_the_preparation_and_no_other(repository: Path) -> None:
    readme = (repository / "README.md").read_text(encoding="utf-8")
    schema = json.loads((repository / "resources" / "schemas" / "netmoede-plan-1.schema.json").read_text("utf-8"))
    (row,) = re.findall(r"^\| `\[preparation\]` \| (.*) \|$", readme, re.MULTILINE)
    assert set(re.findall(r"`(\w+)`", row)) == set(schema["properties"]["preparation"]["properties"])


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
