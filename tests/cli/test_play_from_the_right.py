"""Papers with names that are read from the right: every sentence is read from the left, whatever it begins with."""

from ctypes import c_double
from io import BytesIO

import docx
import pikepdf
import pypdfium2
import pytest
from docx.oxml.ns import qn
from pypdfium2.raw import FPDFText_GetCharOrigin

from tests.cli.terminal import Terminal
from tests.services.stories import FAMILY, OPENING, speak, step

NAME = "محمد علي"
HEBREW = "שרה"
SENTENCES = (
    f"{NAME} henter",
    f"{HEBREW} fra 12/4 til 13/5.",
    f"Med {NAME}, 14/6 og {HEBREW}, 15/7.",
    f"Ons. ({NAME}) 16.30 hos {HEBREW}.",
    f"Så følger {NAME}.",
)


def _seen(paper: bytes) -> str:
    """Every line of the paper as the eye meets it, letter by letter from the left, without gaps and brackets.

    The reader of the file mirrors brackets on its own account.
    """
    document = pypdfium2.PdfDocument(paper)
    lines: list[str] = []
    for sheet in document:
        texts = sheet.get_textpage()
        rows: dict[int, list[tuple[float, str]]] = {}
        for number in range(texts.count_chars()):
            left, base = c_double(), c_double()
            FPDFText_GetCharOrigin(texts, number, left, base)
            rows.setdefault(round(base.value), []).append((left.value, texts.get_text_range(number, 1)))
        lines += ["".join(letter for _, letter in sorted(row)) for row in rows.values()]
    document.close()
    return _letters("".join(lines))


def _as_seen(sentence: str) -> str:
    for name in (NAME, HEBREW):
        sentence = sentence.replace(name, name[::-1])
    return _letters(sentence)


def _letters(text: str) -> str:
    return "".join(text.split()).replace("(", "").replace(")", "")


@pytest.fixture
def papers(terminal: Terminal) -> Terminal:
    people = tuple({**person, "name": NAME} if person["id"] == "mor" else person for person in FAMILY)
    steps = (speak(who, 30, note=sentence) for who, sentence in zip(OPENING, SENTENCES, strict=False))
    agreed = (step("agree", text=sentence, who="mor") for sentence in SENTENCES)
    told = (*steps, *agreed, step("follow_up", none=f"{NAME} siger nej."), step("finish"))
    played = terminal.play(*told, people=people)
    exported = terminal.real(
        "export", played["meeting"], "--document", "referat", "--format", "docx", "--out", terminal.folder / "o.docx"
    )
    assert (exported.code, exported.err) == (0, "")
    return terminal


@pytest.mark.parametrize("name", ["referat.pdf", "aftaler.pdf"])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_runs_from_the_left_in_the_pdf(papers: Terminal, name: str, sentence: str) -> None:
    seen = _seen((papers.out / name).read_bytes())
    assert _as_seen(sentence) in seen, seen


@pytest.mark.parametrize("name", ["referat.pdf", "aftaler.pdf"])
def test_the_foot_of_every_page_runs_from_the_left_too(terminal: Terminal, name: str) -> None:
    reference = f"M-{NAME}, 12/4."
    terminal.play(step("follow_up", none="Nej"), step("finish"), case={"reference": reference})
    with pikepdf.open(terminal.out / name) as file:
        pages = len(file.pages)
    seen = _seen((terminal.out / name).read_bytes())
    assert seen.count(_as_seen(f"Sag {reference}")) == pages, seen
    assert _as_seen(f"1. møde · sag {reference}") in seen


def test_a_run_from_the_right_says_so_in_word_and_the_paragraph_does_not(papers: Terminal) -> None:
    word = docx.Document(BytesIO((papers.folder / "o.docx").read_bytes()))
    runs = [run for run in word.element.body.iter(qn("w:r")) if run.text]
    turned = {run.text.strip("\u200e") for run in runs if run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None}
    assert turned == {NAME, HEBREW}
    assert not any(name in run.text for run in runs for name in turned if run.text.strip("\u200e") != name)
    assert not list(word.element.body.iter(qn("w:bidi")))
    text = "\n".join(cell.text for table in word.tables for row in table.rows for cell in row.cells)
    assert f"Med {NAME}\u200e, 14/6 og {HEBREW}\u200e, 15/7." in text
