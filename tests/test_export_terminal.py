import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import Color
from rich.console import Console

from allikas.export.terminal import PALETTE, choose_colours, page, voiced_text
from allikas.export.voiced import number_statements
from allikas.model.document import Document
from allikas.model.layers import Entity, Problem, Quantity, Statement, Timex
from allikas.model.reading import Reading
from allikas.model.span import Span

DOC = Document(
    "„Tamm peab,“ ütles Sooäär. Sooääre sõnul lubas peaminister reedel, et vald saab miljon eurot.",
    published="2026-04",
    outlet="Kirdetuul",
    title="Tammi peetakse",
)


def at(words: str) -> Span:
    start = DOC.text.index(words)
    return DOC.span(start, start + len(words))


READING = Reading(
    DOC,
    entities=(Entity("e1", "PER", "Sooäär", ()), Entity("e2", "PER", "peaminister", ())),
    statements=(
        Statement(
            "s1", "direct", "say", (at("Tamm peab,"),), (at("ütles"),), at("Sooäär"), "e1", chain=("e1",)
        ),
        Statement(
            "s2",
            "indirect",
            "say",
            content=(at("lubas peaminister reedel, et vald saab miljon eurot"),),
            cue=(at("sõnul"),),
            source=at("Sooääre"),
            speaker="e1",
            chain=("e1",),
            by=("<X> sõnul",),
        ),
        Statement(
            "s3",
            "indirect",
            "think",
            content=(at("vald saab miljon eurot"),),
            cue=(at("lubas"),),
            source=at("peaminister"),
            speaker="e2",
            chain=("e1", "e2"),
            parent="s2",
            negated=True,
            certainty="possible",
        ),
    ),
    times=(Timex("t1", at("reedel"), "DATE", None, "[2026-04-03,2026-04-10]", by=("<weekday>",)),),
    quantities=(Quantity("q1", at("miljon eurot"), 1e6, unit="EUR", approx="about"),),
    problems=(Problem("intake", "read as UTF-16"), Problem("segment", "an odd quotation mark")),
)

PAGE = """\
Tammi peetakse
Kirdetuul · 2026-04

„[¹Tamm peab,]“ ütles Sooäär. Sooääre sõnul [²lubas peaminister reedel, et [³vald saab miljon
eurot³]²].

Statements  the outlet's own words are 34% of the report
  1  Sooäär  ütles  direct
     Tamm peab,
  2  Sooäär  sõnul  indirect
     lubas peaminister reedel, et vald saab miljon eurot
  3  Sooäär > peaminister  lubas  indirect, thought, negated, possible
     vald saab miljon eurot

Times
     reedel  [2026-04-03,2026-04-10]

Quantities
     miljon eurot  about 1 000 000 EUR

Problems
     segment: an odd quotation mark
"""


def printed(reading: Reading, *, explain: bool = False, colour: bool = False) -> str:
    console = Console(file=io.StringIO(), width=96, color_system="256" if colour else None)
    for block in page(reading, explain=explain):
        console.print(block)
    return console.file.getvalue()  # type: ignore[attr-defined, no-any-return]


def test_the_page() -> None:
    assert "\n".join(line.rstrip() for line in printed(READING).split("\n")) == PAGE


def test_explaining_names_the_rules() -> None:
    shown = printed(READING, explain=True)
    assert "by: <X> sõnul" in shown
    assert "by: <weekday>" in shown
    assert "by: no rule" in shown


def test_each_voice_has_its_colour_and_what_is_nested_is_underlined() -> None:
    numbered = number_statements(READING)
    text = voiced_text(DOC.text, numbered, colours=choose_colours(numbered))
    styles = {text.plain[span.start : span.end]: str(span.style) for span in text.spans}
    assert styles["Tamm peab,"] == PALETTE[0]
    assert styles["vald saab miljon eurot"] == f"underline {PALETTE[1]}"
    assert styles["Sooäär"] == f"bold {PALETTE[0]}"
    assert styles["ütles"] == "italic"


def test_colour_is_escape_codes_and_their_absence_is_none() -> None:
    assert "\x1b[" in printed(READING, colour=True)
    assert "\x1b" not in printed(READING)


def test_a_report_without_statements_says_so() -> None:
    assert printed(Reading(Document("Sajab."))) == "Sajab.\n\nNobody is quoted: the outlet says all of it.\n"


@pytest.mark.parametrize(
    "text", ["a\x1b[31mb\x07", "\x9b2J", "\u202eabc", "\ud800", "a\0", "[red]x[/red] :smile:"]
)
def test_no_text_commands_the_terminal(text: str) -> None:
    shown = printed(Reading(Document(text, title=text, outlet=text)), colour=False)
    assert not set(shown) & set("\x1b\x07\x9b\u202e\ud800\0")
    shown.encode()


def test_markup_and_smileys_in_a_text_are_text() -> None:
    assert "[red]x[/red] :smile:" in printed(Reading(Document("[red]x[/red] :smile:")))


@given(st.text(alphabet=st.characters(categories=["Cc", "Cf", "Cs", "L", "Zs", "Mn", "So"]), max_size=40))
def test_any_text_prints_and_moves_no_cursor(text: str) -> None:
    shown = printed(Reading(Document(text)))
    shown.encode()
    assert not any(unicodedata.category(char) == "Cc" for char in shown if char not in "\n\t")


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    rgb = (part / 255 for part in Color.parse(colour).get_truecolor())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in rgb]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("colour", PALETTE)
def test_every_colour_can_be_read_on_black_and_on_white(colour: str) -> None:
    light = luminance(colour)
    assert min(1.05 / (light + 0.05), (light + 0.05) / 0.05) >= 3.7
