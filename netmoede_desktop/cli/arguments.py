"""The verbs and their arguments, with help in everyday words. Imports nothing heavy: `--help` is to be instant."""

import argparse
import math
import re
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from netmoede_desktop import __version__
from netmoede_desktop.documents.papers import PAPERS, Format, Variant
from netmoede_desktop.domain.preparation.meeting_lengths import LEAST_MINUTES, MOST_MINUTES
from netmoede_desktop.localization.catalogue import Translator, translatable

#: The file name that means standard input.
STANDARD_INPUT = "-"

#: As fast as it can go.
MAX_SPEED = math.inf

#: The years in which written dates are understood.
READ_YEARS = range(2000, 2190)

#: More people than were ever in a meeting.
MOST_SPEAKERS = 1000

#: A thousandth of real time: slower is a slip of the pen.
SLOWEST = 0.001

#: argparse's English remarks, and what they mean to a user.
_REMARKS = (
    (r"the following arguments are required: (.*)", translatable("Der mangler: {0}.")),
    (r"unrecognized arguments: (.*)", translatable("»{0}« kendes ikke.")),
    (r"argument (\S+): expected .*", translatable("»{0}« skal have en værdi efter sig.")),
    (r"argument (.+?): invalid choice: '(.*)' \(.*", translatable("»{1}« kan ikke bruges som {0}.")),
    (r"argument (.+?): invalid \S+ value: '(.*)'", translatable("»{1}« kan ikke bruges som {0}.")),
)

#: argparse shows a byte that is no UTF-8 as an escape.
_ESCAPED = re.compile(r"\\udc[89a-f][0-9a-f]")


class UsageProblem(Exception):
    """The arguments cannot be used: one sentence for the user."""


class _Parser(argparse.ArgumentParser):
    """A parser that raises instead of leaving with a page of usage."""

    def error(self, message: str) -> NoReturn:
        raise UsageProblem(message)


class _Help(argparse.HelpFormatter):
    """Help without an English word before the usage line."""

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "" if prefix is None else prefix)


def parse(arguments: list[str], t: Translator) -> argparse.Namespace:
    """Return the arguments. Raises `UsageProblem`; leaves with 0 after `--help` and `--version`."""
    parser = _parser(t)
    try:
        return parser.parse_args(arguments)
    except UsageProblem as problem:
        raise UsageProblem(_in_own_words(str(problem), t)) from problem


def _parser(t: Translator) -> _Parser:
    parser = _Parser(
        prog="netmoede",
        usage=t.gettext("netmoede [--profile MAPPE] [--passphrase-file FIL|-] ORD …"),
        description=t.gettext("Netværksmøde: forbered, led og følg op på et netværksmøde om et barn."),
        epilog=t.gettext(
            "Slutkoder: 0 færdig · 2 forkert brug eller en fil, der ikke kan bruges · 3 forkert adgangssætning · "
            "4 databasen er beskadiget eller fra en nyere udgave · 5 kan ikke lade sig gøre lige nu"
        ),
        allow_abbrev=False,
        add_help=False,
        formatter_class=_Help,
    )
    _name_groups(parser, t)
    parser.add_argument("--version", action="version", version=__version__, help=t.gettext("vis udgaven og slut"))
    _add_common(parser, t, after_verb=False)
    # The app's own, when it locks.
    parser.add_argument("--curtain", default=None, help=argparse.SUPPRESS)
    parser.add_argument("--overview", action="store_true", help=argparse.SUPPRESS)
    _add_verbs(parser, t)
    return parser


def _add_common(parser: argparse.ArgumentParser, t: Translator, *, after_verb: bool) -> None:
    """Add the profile and its passphrase: listed in the help before the verb, accepted after it too."""
    profile = t.gettext("mappen med møderne")
    passphrase = t.gettext("fil, hvis første linje er adgangssætningen; - læser den fra standard input")
    default = argparse.SUPPRESS if after_verb else None
    for name, kind, metavar, text in (
        ("--profile", Path, "MAPPE", profile),
        ("--passphrase-file", str, "FIL", passphrase),
    ):
        help_text = argparse.SUPPRESS if after_verb else text
        parser.add_argument(name, type=kind, metavar=metavar, default=default, help=help_text)


def _name_groups(parser: argparse.ArgumentParser, t: Translator) -> None:
    """Give the help its own headings and its own -h."""
    parser._positionals.title = t.gettext("Ord")  # noqa: SLF001 - argparse has no other way to name its groups
    parser._optionals.title = t.gettext("Valg")  # noqa: SLF001
    parser.add_argument("-h", "--help", action="help", help=t.gettext("vis denne hjælp og slut"))


def _add_verbs(parser: _Parser, t: Translator) -> None:
    verbs = parser.add_subparsers(dest="verb", prog="netmoede", metavar=t.gettext("ORD"), parser_class=_Parser)

    def verb(name: str, text: str) -> _Parser:
        added = verbs.add_parser(
            name, help=text, description=text, allow_abbrev=False, add_help=False, formatter_class=_Help
        )
        _name_groups(added, t)
        _add_common(added, t, after_verb=True)
        return added

    demo = verb("demo", t.gettext("spil et opdigtet møde, og skriv dets papirer"))
    demo.add_argument("--out", type=Path, metavar=t.gettext("MAPPE"), default=Path("netmoede-demo"), help=_out(t))
    play = verb("play", t.gettext("spil et møde fra en scenariefil, og skriv dets papirer"))
    play.add_argument("scenario", type=Path, metavar=t.gettext("SCENARIO"), help=t.gettext("scenariefilen (TOML)"))
    play.add_argument("--out", type=Path, metavar=t.gettext("MAPPE"), required=True, help=_out(t))
    play.add_argument(
        "--speed",
        type=_speed,
        metavar="N|max",
        default=None,
        help=t.gettext("så mange gange hurtigere end virkeligheden; max uden at vente"),
    )
    play.add_argument(
        "--screenshots", action="store_true", help=t.gettext("gem også billeder af begge vinduer ved hver del")
    )
    meetings = verb("meetings", t.gettext("vis møderne, det nyeste først"))
    _add_json(meetings, t)
    _add_prepare(verb("prepare", t.gettext("lav sag og møde ud fra en planfil, eller gør dem færdige")), t)
    _add_ready(verb("ready", t.gettext("se, om et møde er klar: reglerne, hvad de bygger på, og hvad du kan gøre")), t)
    _add_export(verb("export", t.gettext("skriv et papir fra et møde")), t)
    _add_agreements(verb("agreements", t.gettext("læs en linje som en aftale, som mødets vinduer læser den")), t)
    _add_feasibility(verb("feasibility", t.gettext("regn ud, om der er tid til alle, og hvad der hjælper")), t)
    _add_backup(verb("backup", t.gettext("lav, vis, kontrollér eller gendan sikkerhedskopier")), t)
    _add_methods(verb("methods", t.gettext("vis metoderne, eller kontrollér en metodefil")), t)
    doctor = verb("doctor", t.gettext("se efter, om alt er i orden, og hvad du ellers skal gøre"))
    _add_json(doctor, t)


def _add_prepare(prepare: _Parser, t: Translator) -> None:
    plan = t.gettext("planfilen (TOML)")
    prepare.add_argument("plan", type=Path, metavar=t.gettext("PLAN"), nargs="?", help=plan)
    prepare.add_argument("--example", action="store_true", help=t.gettext("vis en hel planfil, og slut"))
    recovery = t.gettext("filen, gendannelseskoden skrives i, når mappen er tom")
    prepare.add_argument("--recovery-out", type=Path, metavar=t.gettext("FIL"), help=recovery)


def _add_ready(ready: _Parser, t: Translator) -> None:
    ready.add_argument("meeting", metavar=t.gettext("MØDE"), help=t.gettext("mødets id, som »meetings« viser det"))
    ready.add_argument("--json", action="store_true", help=argparse.SUPPRESS)


def _add_export(export: _Parser, t: Translator) -> None:
    export.add_argument("meeting", metavar=t.gettext("MØDE"), help=t.gettext("mødets id, som »meetings« viser det"))
    kinds = [paper.kind for paper in PAPERS]
    formats = [form.value for form in Format]
    export.add_argument("--document", required=True, choices=kinds, help=t.gettext("hvilket papir"))
    export.add_argument("--format", required=True, choices=formats, help=t.gettext("hvilken slags fil"))
    export.add_argument(
        "--out", type=Path, metavar=t.gettext("FIL"), required=True, help=t.gettext("filen, der skal skrives")
    )
    _add_choice(export, t)
    export.add_argument(
        "--force", action="store_true", help=t.gettext("skriv også over en almindelig fil, der ikke er et papir herfra")
    )


def _add_choice(export: _Parser, t: Translator) -> None:
    """Add how a paper is wanted: what at least one paper comes as."""
    variants = [one.value for one in Variant if any(one in paper.variants for paper in PAPERS)]
    languages = list(dict.fromkeys(code for paper in PAPERS for code in paper.languages))
    export.add_argument("--language", choices=languages, help=t.gettext("papirets sprog; ellers dansk"))
    export.add_argument("--variant", choices=variants, help=t.gettext("hvilken udgave af papiret"))
    if any(paper.for_one for paper in PAPERS):
        person = t.gettext("kun til én: personens id eller navn")
        export.add_argument("--for", dest="person", metavar=t.gettext("PERSON"), default="", help=person)
    if any(paper.large for paper in PAPERS):
        export.add_argument("--large", action="store_true", help=t.gettext("med stor skrift"))


def _add_agreements(agreements: _Parser, t: Translator) -> None:
    read = t.gettext("linjen, fx »Kirsten henter Mikkel onsdage fra 2/12«")
    people = t.gettext("scenariefilen (TOML) med dem, der er med")
    agreements.add_argument("--read", required=True, metavar=t.gettext("LINJE"), help=read)
    agreements.add_argument("--people", required=True, type=Path, metavar=t.gettext("SCENARIO"), help=people)
    agreements.add_argument(
        "--today",
        required=True,
        type=_day,
        metavar=t.gettext("DATO"),
        help=t.gettext("dagen, linjen skrives: 2026-11-23"),
    )


def _add_feasibility(feasibility: _Parser, t: Translator) -> None:
    method = t.gettext("metodens id, som »methods list« viser det")
    feasibility.add_argument("--method", required=True, metavar=t.gettext("METODE"), help=method)
    speakers = t.gettext("hvor mange der skal have ordet i hver runde (1–{most})").format(most=MOST_SPEAKERS)
    feasibility.add_argument("--speakers", type=_speakers, required=True, metavar="N", help=speakers)
    minutes = t.gettext("hvor længe mødet varer ({least}–{most} minutter); ellers som metoden")
    minutes = minutes.format(least=LEAST_MINUTES, most=MOST_MINUTES)
    feasibility.add_argument("--minutes", type=_minutes, metavar="M", help=minutes)
    feasibility.add_argument("--interpreter", action="store_true", help=t.gettext("der bliver tolket"))
    feasibility.add_argument("--json", action="store_true", help=argparse.SUPPRESS)  # the answer is always JSON


def _add_backup(backup: _Parser, t: Translator) -> None:
    actions = backup.add_subparsers(dest="action", metavar=t.gettext("ORD"), required=True, parser_class=_Parser)
    for name, text in (
        ("create", t.gettext("lav en sikkerhedskopi nu")),
        ("list", t.gettext("vis sikkerhedskopierne, den nyeste først")),
        ("verify", t.gettext("kontrollér en sikkerhedskopi, eller dem alle")),
        ("restore", t.gettext("sæt en sikkerhedskopi i stedet for databasen; den gamle lægges til side")),
    ):
        action = actions.add_parser(
            name, help=text, description=text, allow_abbrev=False, add_help=False, formatter_class=_Help
        )
        _name_groups(action, t)
        if name == "list":
            _add_json(action, t)
        if name in ("verify", "restore"):
            count = "?" if name == "verify" else None
            action.add_argument(
                "name", metavar=t.gettext("NAVN"), nargs=count, help=t.gettext("sikkerhedskopiens navn")
            )


def _add_methods(methods: _Parser, t: Translator) -> None:
    actions = methods.add_subparsers(dest="action", metavar=t.gettext("ORD"), required=True, parser_class=_Parser)
    shown = actions.add_parser(
        "list", help=t.gettext("vis metoderne"), allow_abbrev=False, add_help=False, formatter_class=_Help
    )
    _name_groups(shown, t)
    _add_json(shown, t)
    check = actions.add_parser(
        "check", help=t.gettext("kontrollér en metodefil"), allow_abbrev=False, add_help=False, formatter_class=_Help
    )
    _name_groups(check, t)
    check.add_argument("file", type=Path, metavar=t.gettext("FIL"), help=t.gettext("metodefilen (TOML)"))


def _add_json(parser: _Parser, t: Translator) -> None:
    parser.add_argument("--json", action="store_true", help=t.gettext("skriv som JSON"))


def _out(t: Translator) -> str:
    return t.gettext("mappen, papirerne skrives i")


def _day(text: str) -> date:
    """Return a day of the years that dates are read in."""
    day = date.fromisoformat(text)
    if day.year not in READ_YEARS or day.isoformat() != text:
        raise ValueError(text)
    return day


def _speakers(text: str) -> int:
    return _whole(text, 1, MOST_SPEAKERS)


def _minutes(text: str) -> int:
    return _whole(text, LEAST_MINUTES, MOST_MINUTES)


def _whole(text: str, least: int, most: int) -> int:
    if not re.fullmatch(r"[0-9]{1,6}", text) or not least <= int(text) <= most:
        raise ValueError(text)
    return int(text)


def _speed(text: str) -> float:
    if text == "max":
        return MAX_SPEED
    speed = float(text)
    if not SLOWEST <= speed < math.inf:
        raise ValueError(text)
    return speed


def _in_own_words(remark: str, t: Translator) -> str:
    explanation = t.gettext("Sådan kan ordene ikke bruges.")
    remark = _ESCAPED.sub("\ufffd", remark)
    for pattern, sentence in _REMARKS:
        match = re.fullmatch(pattern, remark)
        if match:
            explanation = t.gettext(sentence).format(*match.groups())
            break
    return explanation + " " + t.gettext("Skriv »netmoede --help« for at se, hvad der kan lade sig gøre.")
