"""The longer answers of the command line: the methods, and the findings of `doctor`."""

from dataclasses import dataclass
from typing import Any

from netmoede_desktop.cli.exits import Exit
from netmoede_desktop.cli.failures import exit_code_of
from netmoede_desktop.cli.world import World
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.finding_wording import finding_sentence
from netmoede_desktop.localization.input_wording import sentence as input_sentence
from netmoede_desktop.services.methods.method_files import Methods
from netmoede_desktop.services.vaults.checkup import Finding, Health, examine
from netmoede_desktop.services.vaults.vaults import VaultOpener


@dataclass(frozen=True, slots=True)
class Report:
    """The findings, as lines to read and as values to write as JSON, and how the run ends."""

    findings: tuple[Finding, ...]
    lines: tuple[str, ...]
    exit_code: Exit
    summary: str

    def as_json(self) -> list[dict[str, Any]]:
        """Return the findings with the sentence that goes with each."""
        return [
            {"check": found.check, "health": found.health.value, "code": found.code, "facts": found.facts, "told": line}
            for found, line in zip(self.findings, self.lines, strict=True)
        ]


def findings_report(opener: VaultOpener, world: World) -> Report:
    """Look at everything, and word it."""
    t = world.translator
    findings = examine(opener)
    lines = tuple(finding_sentence(found.check, found.health.value, found.code, found.facts, t) for found in findings)
    failed = [found for found in findings if found.health is Health.FAILED]
    exit_code = exit_code_of(failed[0].code) if failed else Exit.DONE
    count = len(failed)
    summary = t.ngettext("{count} ting skal rettes.", "{count} ting skal rettes.", count).format(count=count)
    return Report(findings, lines, exit_code, summary)


def method_lines(methods: Methods, t: Translator) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the methods as values for JSON and as lines to read, with the problems of municipal files."""
    rows: list[dict[str, Any]] = []
    lines: list[str] = []
    for file in methods.files:
        method = file.method
        notes = method.notes(interpreter=True)
        origin = t.gettext("kommunens egen") if file.municipal else t.gettext("følger med programmet")
        rows.append(
            {
                "id": method.id,
                "version": method.version,
                "name": method.name,
                "minutes": sum(part.minutes.target for part in method.parts),
                "municipal": file.municipal,
                "offered": method.offered,
                "note": notes,
                "suggested": list(method.suggested),
            }
        )
        if not method.offered:
            origin = t.gettext("{origin}, ikke til nye møder").format(origin=origin)
        note = f" · {notes}" if notes else ""
        lines.append(f"{method.id:<8}{method.name} · {origin}{note}")
        if method.suggested:
            lines.append(
                " " * 8 + t.gettext("Forslag – kan tilpasses: {parts}").format(parts=", ".join(method.suggested))
            )
    lines += [input_sentence(t, p.path, p.line, p.key, p.code, p.facts) for p in methods.problems]
    return rows, lines
