"""Keeps resources/locale in step with the sentences in the code. Runs in .venv: `python -m installer.translations`."""

import ast
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "netmoede_desktop"
LANGUAGES = ("en",)
# Without dates and names: git knows them, and a file that says the same stays the same.
HEADER = r"""msgid ""
msgstr ""
"Language: {language}\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: {plural_forms}\n"

"""


class Untranslatable(Exception):
    """A sentence is put together inside the call; the text says where, and how to mend it."""


def main(arguments: list[str]) -> int:
    """`check` names what is missing or stale and returns 1 if anything is; `update` rewrites the .po files."""
    action = {"check": check, "update": update}.get(arguments[0] if len(arguments) == 1 else "")
    if action is None:
        print("usage: python -m installer.translations check|update", file=sys.stderr)
        return 1
    try:
        return action(ROOT)
    except Untranslatable as problem:
        print(problem)
        return 1


def extracted(root: Path) -> Catalog:
    """The sentences the code says, with the files that say them.

    Raises Untranslatable for a call whose sentence is put together on the spot: no catalogue can hold it.
    """
    catalog = _empty(LANGUAGES[0])
    for path in sorted((root / PACKAGE).rglob("*.py")):
        place = path.relative_to(root).as_posix()
        calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
        for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
            for message, context in _sentences(call, place):
                catalog.add(message, None, [(place, 0)], context=context)
    return catalog


def _sentences(call: ast.Call, place: str) -> Iterator[tuple[str | tuple[str, str], str | None]]:
    """The (message, context) pairs of one call; none when it is another call, or is given its sentence by name."""
    match getattr(call.func, "attr", getattr(call.func, "id", "")), call.args:
        case (("gettext" | "translatable"), [message]):
            yield from ((text, None) for text in _literals(message, place))
        case "pgettext", [ast.Constant(value=str(context)), message]:
            yield from ((text, context) for text in _literals(message, place))
        case "ngettext", [singular, plural, _]:
            yield from (
                (forms, None) for forms in zip(_literals(singular, place), _literals(plural, place), strict=True)
            )


def _literals(argument: ast.expr, place: str) -> Iterator[str]:
    """The sentences written out in an argument, on both sides of a condition."""
    match argument:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from _literals(one, place)
            yield from _literals(other, place)
        case ast.JoinedStr() | ast.BinOp():
            problem = (
                f"{place}:{argument.lineno}: write the sentence whole and fill in its {{names}} after translating it"
            )
            raise Untranslatable(problem)


def check(root: Path) -> int:
    """Prints each sentence that is missing, untranslated, doubtful or no longer said; returns 1 if there is any."""
    wanted = extracted(root)
    problems = [f"{lang}: {line}" for lang in LANGUAGES for line in _problems(wanted, _read(root, lang))]
    print("\n".join(problems) if problems else f"{len(wanted)} sentences, all translated: {', '.join(LANGUAGES)}.")
    if problems:
        print("Run `python3 installer/dev.py translate`, then translate what is empty.")
    return 1 if problems else 0


def update(root: Path) -> int:
    """Adds new sentences to each .po file with an empty translation and drops those no longer said."""
    wanted = extracted(root)
    for language in LANGUAGES:
        catalog = _read(root, language)
        catalog.update(wanted, no_fuzzy_matching=True, update_creation_date=False)
        catalog.obsolete.clear()
        file = _file(root, language)
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as stream:
            stream.write(HEADER.format(language=language, plural_forms=catalog.plural_forms).encode())
            write_po(stream, catalog, sort_by_file=True, width=120, include_lineno=False, omit_header=True)
        print(f"{file.relative_to(root)}: {sum(1 for m in catalog if m.id and not _is_translated(m))} to translate.")
    return 0


def _problems(wanted: Catalog, catalog: Catalog) -> Iterator[str]:
    for message in wanted:
        if message.id:
            held = catalog.get(_key(message), message.context)
            if held is None:
                yield f"not in the catalogue: {_key(message)!r}"
            elif not _is_translated(held):
                yield f"not translated: {_key(message)!r}"
            elif lost := _placeholders(message.id) ^ _placeholders(held.string):
                yield f"other placeholders ({', '.join(sorted(lost))}) in the translation of {_key(message)!r}"
    for message in catalog:
        if message.id and wanted.get(_key(message), message.context) is None:
            yield f"no longer said: {_key(message)!r}"


def _placeholders(text: str | Sequence[str] | None) -> set[str]:
    """The {names} in a sentence, in all its forms together."""
    return set(re.findall(r"{\w*}", text if isinstance(text, str) else " ".join(text or ())))


def _is_translated(message: Message) -> bool:
    texts = message.string if isinstance(message.string, list | tuple) else [message.string]
    return not message.fuzzy and all(texts)


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else str(message.id[0])


def _file(root: Path, language: str) -> Path:
    return root / "resources" / "locale" / language / "LC_MESSAGES" / "netmoede.po"


def _read(root: Path, language: str) -> Catalog:
    file = _file(root, language)
    if not file.is_file():
        return _empty(language)
    with file.open("rb") as stream:
        return read_po(stream, locale=language, domain="netmoede", abort_invalid=True)


def _empty(language: str) -> Catalog:
    return Catalog(locale=language, domain="netmoede", project="Netværksmøde", charset="utf-8", fuzzy=False)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
