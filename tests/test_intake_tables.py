import io
import json

import pytest

from allikas.export.jsonlines import format_json
from allikas.intake.files import Received, Refused
from allikas.intake.headers import Metadata
from allikas.intake.kinds import Kind
from allikas.intake.settings import Limits, Settings
from allikas.intake.sources import receive_all
from allikas.model.document import Document
from allikas.model.reading import Reading


def receipts(
    kind: Kind, data: bytes, *, columns: dict[str, str] | None = None, most: int = 1000
) -> list[object]:
    settings = Settings(columns or {}, Limits(document=most), kind, stdin=io.BytesIO(data))
    return [
        receipt.document if isinstance(receipt, Received) else (receipt.name, receipt.message)  # type: ignore[union-attr]
        for receipt in receive_all("-", Metadata(), settings)
    ]


def test_json_lines_name_their_columns_or_have_them_named() -> None:
    data = b'{"text": "Sajab.", "published": "2025-07", "source": "LSA", "n": 1}\n\n{"text": "Tuiskab."}\n'
    assert receipts(Kind.jsonl, data) == [
        Document("Sajab.", published="2025-07", outlet="LSA"),
        Document("Tuiskab."),
    ]
    nested = b'{"a": {"b": "Sajab."}, "on": "2025-07-12T00:00:00Z", "c.d": "LSA"}'
    columns = {"text": "a.b", "published": "on", "outlet": "c.d"}
    assert receipts(Kind.jsonl, nested, columns=columns) == [
        Document("Sajab.", published="2025-07-12", outlet="LSA")
    ]


def test_a_broken_line_costs_the_others_nothing() -> None:
    long = b'{"text": "' + b"a" * 2000 + b'"}\n'
    data = b'{"text": "Sajab."}\n{"text": \n[1]\n{"id": 7}\n' + long + b'{"text": "Tuiskab."}'
    found = receipts(Kind.jsonl, data)
    assert [found[0], found[-1]] == [Document("Sajab."), Document("Tuiskab.")]
    assert [one[0] for one in found[1:-1]] == ["-:2", "-:3", "-:4", "-:5"]  # type: ignore[index]
    assert "is no JSON" in found[1][1]  # type: ignore[index]
    assert found[2] == ("-:3", "is JSON, but no object")
    assert found[3] == ("-:4", "has no column 'text'; it has: id")
    assert "longer than" in found[4][1]  # type: ignore[index]


def test_readings_that_allikas_wrote_give_their_documents_back() -> None:
    doc = Document("Sajab 😀.", published="2025-07", outlet="LSA", title="Ilm", url="https://a.example/ilm")
    assert receipts(Kind.jsonl, format_json(Reading(doc)).encode()) == [doc]


def test_a_date_that_is_none_is_a_problem_and_markup_becomes_text() -> None:
    data = json.dumps([{"content": "<p>Sajab.</p><p>Külm.</p>", "date": "eile"}]).encode()
    (found,) = receive_all("-", Metadata(), Settings(stdin=io.BytesIO(data)))
    assert isinstance(found, Received)
    assert found.document == Document("Sajab.\n\nKülm.")
    assert [problem.message for problem in found.problems] == [
        "date of publication 'eile' is none; read without one"
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_is_read_with_whatever_parts_it(delimiter: str) -> None:
    lines = ["text,published,outlet", '"Sajab.\nKülm, ""märg"".",2025-07,LSA', ",2025-07,LSA", "Tuiskab.,,"]
    data = "\r\n".join(lines).replace(",", delimiter).replace("Külm" + delimiter, "Külm,").encode()
    assert receipts(Kind.csv, data) == [
        Document('Sajab.\nKülm, "märg".', published="2025-07", outlet="LSA"),
        ("-:4", "has nothing in its column 'text'"),
        Document("Tuiskab."),
    ]


def test_csv_in_an_old_encoding_says_so_of_the_rows_that_are() -> None:
    data = "text\nSajab.\nŽürii ootab.\n".encode("cp1257")
    first, second = receive_all("-", Metadata(), Settings(kind=Kind.csv, stdin=io.BytesIO(data)))
    assert isinstance(first, Received)
    assert isinstance(second, Received)
    assert second.document.text == "Žürii ootab."
    assert not first.problems
    assert "Windows-1257" in second.problems[0].message


def test_a_table_without_a_column_of_texts_says_which_it_has() -> None:
    assert receipts(Kind.csv, b"id,body\n1,Sajab.\n", columns={"text": "keha"}) == [
        ("-", "has no column 'keha'; it has: id, body")
    ]
    assert receipts(Kind.csv, b"id,nimi\n1,2\n") == [("-", "has no column 'text'; it has: id, nimi")]
    assert isinstance(
        next(iter(receive_all("-", Metadata(), Settings(kind=Kind.csv, stdin=io.BytesIO())))), Refused
    )
