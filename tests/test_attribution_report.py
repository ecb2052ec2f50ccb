"""A whole report: whose words it carries, and through whom."""

from collections.abc import Mapping
from pathlib import Path

import pytest

import allikas
from allikas.attribution.voices import find_voices
from allikas.model.reading import Reading

REPORT = Path(__file__).resolve().parents[2] / "shared" / "articles" / "lavrov-wonsan.txt"
OWN = (
    "Sõnumis naaberriigi presidendile ütles Nurk, et ootab uusi kohtumisi, teatas uudisteagentuur LSA. "
    "„Meie naabrid kinnitasid oma kindlat toetust kõigile sadama plaanidele,“ tsiteeris LSA "
    "Juta Sooääre sõnu. "
    "Sadam on suletud."
)


def chains(reading: Reading) -> list[str]:
    """Draw the chain of every statement."""
    names: Mapping[str, str] = {entity.id: entity.name for entity in reading.entities}
    return [" > ".join(names[voice] for voice in one.chain) for one in reading.statements]


def own_words(reading: Reading) -> list[str]:
    """Return what nobody but the outlet vouches for."""
    text = reading.document.text
    voices = find_voices(text, reading.statements)
    return [text[voice.start : voice.end] for voice in voices if voice.statement is None]


def test_a_report_like_the_running_example() -> None:
    reading = allikas.read(OWN)
    assert chains(reading) == ["LSA > Nurk", "LSA > Juta Sooäär", "LSA > Juta Sooäär > meie naabrid"]
    assert [one.mode for one in reading.statements] == ["indirect", "direct", "indirect"]
    assert own_words(reading)[-1].endswith("Sadam on suletud.")


@pytest.mark.skipif(not REPORT.is_file(), reason="the running example does not lie beside this checkout")
def test_the_running_example() -> None:
    reading = allikas.read(REPORT.read_text("utf-8"))
    found = chains(reading)
    assert [chain.split(" > ")[-1] for chain in found] == [
        "Lavrov", "TASS", "Vladimir Putin", "Venemaa välisministeerium", "Kõrõlo Budanov", "TASS", "Lavrov",
        "meie Korea sõbrad", "Andrei Rudenko", "Lõuna-Korea luureteenistus", "Venemaa uudisteagentuurid",
    ]  # fmt: skip
    assert {"Venemaa välisministeerium > Lavrov", "TASS > Vladimir Putin", "TASS > Lavrov"} < set(found)
    assert [one.id for one in reading.statements if one.mode == "direct"] == ["s7"]
    assert any("on tuntud ka oma" in words for words in own_words(reading))
