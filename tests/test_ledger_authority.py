"""The user's authority file names actors; its mistakes are told with line and column, and change nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from allikas.ledger.adding import Reader, add
from allikas.ledger.adopting import adopt
from allikas.ledger.answers import Office
from allikas.ledger.authority import Authority
from allikas.ledger.authority_files import parse_csv, parse_toml, read_authority
from allikas.ledger.errors import ActorError
from allikas.ledger.store import Ledger, open_ledger
from allikas.ledger.who import find_actors
from allikas.model.document import Document
from allikas.model.layers import Entity, EntityType, Mention
from allikas.model.reading import Reading

TOML = """
[[actor]]
name = "Irena Sovall"
type = "PER"
aliases = ["Sovall", "I. Sovall"]
country = "VE"
[[actor.role]]
title = "suursaadik"
until = 2024-04-30
[[actor.role]]
title = "välisminister"
since = "2024-05-01"

[[actor]]
name = "LSA"
type = "ORG"
"""
CSV = """name,type,aliases,country,role,since,until
Irena Sovall,PER,Sovall|I. Sovall,VE,suursaadik,,2024-04-30
Irena Sovall,PER,,,välisminister,2024-05-01,
LSA,ORG,,,,,
"""
A = '[[actor]]\nname="A"\ntype="PER"\n'
OFFICES = (Office("suursaadik", None, "2024-04-30"), Office("välisminister", "2024-05-01"))


def reading(text: str, *names: tuple[str, EntityType | None]) -> Reading:
    doc = Document(text)
    mention = (Mention(doc.span(0, len(text)), "name"),)
    return Reading(
        doc, entities=tuple(Entity(f"e{n}", type_, name, mention) for n, (name, type_) in enumerate(names))
    )


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with open_ledger(":memory:") as opened:
        add(opened, reading("a", ("Irena Sovall", "PER")), Reader("1"))
        add(opened, reading("b", ("Sovall", None), ("Lsa", "ORG")), Reader("1"))
        yield opened


def test_both_notations_say_the_same() -> None:
    assert parse_toml(TOML) == parse_csv(CSV)
    first, second = parse_toml(TOML).entries
    assert (first.name, first.type, first.aliases, first.country) == (
        "Irena Sovall", "PER", ("Sovall", "I. Sovall"), "VE",
    )  # fmt: skip
    assert first.offices == OFFICES
    assert second.name == "LSA"


def test_aliases_are_joined_in_what_is_there_and_in_what_comes(ledger: Ledger) -> None:
    assert adopt(ledger, parse_toml(TOML)) == 2
    add(ledger, reading("c", ("I. Sovall", "PER"), ("Sovall", "GPE")), Reader("1"))
    (actor,) = find_actors(ledger, "Irena Sovall")
    assert (actor.documents, actor.names, actor.offices) == (
        3, ("I. Sovall", "Irena Sovall", "Sovall"), OFFICES,
    )  # fmt: skip
    assert find_actors(ledger, "I. Sovall") == (actor,)
    assert [one.name for one in find_actors(ledger, "LSA")] == ["LSA"]


def test_a_new_file_takes_the_place_of_the_old_one(ledger: Ledger) -> None:
    before = ledger.connection.execute("SELECT doc, id, actor FROM entities").fetchall()
    adopt(ledger, parse_toml(TOML))
    adopt(ledger, Authority())
    assert ledger.connection.execute("SELECT doc, id, actor FROM entities").fetchall() == before


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[actor]]\nname = "A"\ntype = "MAN"', "3:8: there is no type 'MAN'"),
        ('[[actor]]\ntype = "PER"', "1:1: the actor has no name"),
        ('[[actor]]\nname = "A"\ntype = "PER"\nalias = "B"', "4:9: there is no key 'alias'"),
        ('[[actor]]\nname = "A"\ntype = "PER"\naliases = "B"', "4:11: aliases are texts in brackets"),
        ('[[actor]]\nname = "A"\n  type = PER', "3:10: Invalid value"),
        ('[actor]\nname = "A"', "1:1: write each actor as a table [[actor]], and nothing else"),
        (f'{A}[[actor.role]]\ntitle="x"\nsince="eile"', "4:15: 'eile' is no date"),
        (f'{A}\n[[actor]]\nname="B"\ntype="PER"\naliases=["a"]', "6:6: 'a' is a name of 'A' in line 2 too"),
    ],
)  # fmt: skip
def test_a_mistake_in_toml_has_its_place(text: str, told: str) -> None:
    (mistake,) = parse_toml(text).mistakes
    assert mistake.line("x.toml").startswith(f"x.toml:{told}")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "1:1: the columns are name, type, "),
        ("name,kind\nA,PER", "1:1: the columns are name, type, "),
        ("name,type\n\nA,PER\nB,MAN", "4:2: there is no type 'MAN'"),
        ("type,name\nPER,", "2:2: the actor has no name"),
        ("name,type,role,since\nA,PER,minister,eile", "2:3: 'eile' is no date"),
    ],
)  # fmt: skip
def test_a_mistake_in_csv_has_its_line_and_field(text: str, told: str) -> None:
    (mistake,) = parse_csv(text).mistakes
    assert mistake.line("x.csv").startswith(f"x.csv:{told}")


def test_a_file_with_a_mistake_changes_nothing(ledger: Ledger) -> None:
    with pytest.raises(ActorError, match=r"^actors.toml:2:1: "):
        adopt(ledger, parse_toml("[[actor]]\n="), path="actors.toml")
    assert ledger.connection.execute("SELECT count(*) FROM authority").fetchone() == (0,)


def test_files_are_read_by_their_ending(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(TOML, "utf-8")
    (tmp_path / "a.csv").write_text("\ufeff" + CSV, "utf-8")
    (tmp_path / "old.csv").write_bytes("nimi,Šveits".encode("cp1257"))
    assert read_authority(tmp_path / "a.toml") == read_authority(tmp_path / "a.csv") == parse_toml(TOML)
    assert read_authority(tmp_path / "old.csv").mistakes[0].message == "is not in UTF-8"
    assert "No such file" in read_authority(tmp_path / "none.toml").mistakes[0].message
