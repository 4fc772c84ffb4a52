"""The verbs of dev.py: what each runs in .venv, and what it says."""

import sys
from pathlib import Path

import pytest

from installer import dev
from installer.environment import SetupProblem


class Venv:
    """Notes the commands run in .venv; those that contain `fails` end with `code`."""

    def __init__(self, fails: str = "", code: int = 1) -> None:
        self.commands: list[tuple[str, ...]] = []
        self.fails = fails
        self.code = code

    def run(self, command: tuple[str, ...]) -> int:
        self.commands.append(command)
        return self.code if self.fails and self.fails in command else 0


@pytest.fixture
def venv(monkeypatch: pytest.MonkeyPatch) -> Venv:
    return use(monkeypatch, Venv())


def use(monkeypatch: pytest.MonkeyPatch, venv: Venv) -> Venv:
    monkeypatch.setattr(dev, "run_in_venv", venv.run)
    monkeypatch.setattr(dev, "set_up", lambda: None)
    monkeypatch.setattr(dev, "ensure_test_tools", lambda: venv.commands.append(("tools",)))
    return venv


@pytest.mark.smoke
def test_the_tests_run_side_by_side_and_the_arguments_are_pytests_own(venv: Venv) -> None:
    assert dev.main(["test", "-k", "round", "--help", "tests/domain"]) == 0
    tools, tests = venv.commands
    assert tools == ("tools",) and tests[:3] == ("python", "-m", "pytest")
    assert tests[3:6] == ("--numprocesses=auto", "--maxprocesses=8", "--dist=worksteal")
    assert tests[6:] == ("-k", "round", "--help", "tests/domain")


def test_the_smoke_runs_side_by_side_too(venv: Venv) -> None:
    assert dev.main(["test", "-m", "smoke"]) == 0
    assert venv.commands[-1] == ("python", "-m", "pytest", *dev.SIDE_BY_SIDE, "-m", "smoke")


@pytest.mark.parametrize("alone", ["-s", "--pdb"])
def test_what_must_reach_the_terminal_runs_one_by_one(alone: str, venv: Venv) -> None:
    assert dev.main(["test", "tests/faults", alone]) == 0
    assert venv.commands[-1] == ("python", "-m", "pytest", "tests/faults", alone)


def test_failing_tests_fail_the_verb(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Venv("pytest"))
    assert dev.main(["test"]) == 1


def test_lint_goes_on_to_the_end_and_names_what_failed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    venv = use(monkeypatch, Venv("mypy"))
    assert dev.main(["lint"]) == 1
    assert [command[0] for command in venv.commands] == ["ruff", "ruff", "mypy", "lint-imports", "python"]
    assert capsys.readouterr().out.splitlines()[-1] == "Failed: mypy"


def test_lint_passes_when_every_check_does(venv: Venv) -> None:
    assert dev.main(["lint"]) == 0


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Linux machine without a screen."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)


@pytest.mark.usefixtures("no_display")
def test_without_a_display_run_says_so_and_plays_the_demo(
    venv: Venv, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(["run"]) == 0
    assert venv.commands == [("netmoede", "demo", "--out", str(repository / "netmoede-demo"))]
    assert "no display" in capsys.readouterr().out


@pytest.mark.usefixtures("no_display")
@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_with_a_display_run_opens_the_app(
    venv: Venv, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], variable: str
) -> None:
    monkeypatch.setenv(variable, ":0")
    assert dev.main(["run"]) == 0
    assert venv.commands == [("netmoede",)]
    assert "display" not in capsys.readouterr().out


@pytest.mark.parametrize("platform", ["win32", "darwin"])
@pytest.mark.usefixtures("no_display")
def test_windows_and_macos_always_have_one(venv: Venv, monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert dev.main(["run"]) == 0
    assert venv.commands == [("netmoede",)]


@pytest.mark.usefixtures("no_display")
def test_a_demo_that_fails_fails_the_verb(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Venv("demo", 5))
    assert dev.main(["run"]) == 5


def test_bench_runs_each_measurement_and_fails_with_any(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "tests" / "bench").mkdir(parents=True)
    for name in ("replay_bench.py", "commit_bench.py", "figures.py"):
        (tmp_path / "tests" / "bench" / name).touch()
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    start = "import sys; from tests.bench.{} import main; sys.exit(main())"
    venv = use(monkeypatch, Venv(start.format("commit_bench")))
    assert dev.main(["bench"]) == 1
    assert [command[-1] for command in venv.commands] == [start.format(n) for n in ("commit_bench", "replay_bench")]


def test_bench_with_nothing_to_measure_is_no_success(
    venv: Venv, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    assert dev.main(["bench"]) == 1
    assert "nothing to measure" in capsys.readouterr().out


def test_bench_with_faults_runs_the_campaigns(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    venv = use(monkeypatch, Venv("campaign", 5))
    assert dev.main(["bench", "--faults", "tests/storage"]) == 5
    assert venv.commands == [("python", "-m", "pytest", "-m", "campaign", "tests/storage")]
    assert "No test is marked" in capsys.readouterr().out


def test_lock_writes_every_file_with_hashes_and_stops_at_the_first_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    venv = use(monkeypatch, Venv())
    assert dev.main(["lock", "--upgrade"]) == 0
    outputs = [Path(command[-1]).name for command in venv.commands]
    assert outputs == ["requirements.txt", "requirements-dev.txt", "requirements-peers.txt"]
    for command in venv.commands:
        assert {"--universal", "--generate-hashes", "--upgrade"} <= set(command)
    venv = use(monkeypatch, Venv("uv", 2))
    assert dev.main(["lock"]) == 2
    assert len(venv.commands) == 1


def test_a_machine_that_lacks_something_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def lacking() -> None:
        problem = "install python3-venv"
        raise SetupProblem(problem)

    monkeypatch.setattr(dev, "set_up", lacking)
    assert dev.main(["setup"]) == 1
    assert capsys.readouterr().err == "dev.py: install python3-venv\n"


def test_an_unknown_verb_is_refused_before_anything_is_set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "set_up", lambda: pytest.fail("set up"))
    with pytest.raises(SystemExit) as ended:
        dev.main(["fly"])
    assert ended.value.code == 2


def test_every_verb_of_the_contributors_guide_exists(repository: Path) -> None:
    text = (repository / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [verb for verb in dev.VERBS if f"| `{verb}" not in text] == []


def test_the_machine_that_checks_runs_what_a_person_runs(repository: Path) -> None:
    script = (repository / ".ci" / "run").read_text(encoding="utf-8")
    assert "python3 installer/dev.py lint || status=1" in script
    assert "python3 installer/dev.py test || status=1" in script
