import io
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from allikas.intake.files import Received, Refused
from allikas.intake.headers import Metadata
from allikas.intake.settings import Limits, Settings
from allikas.intake.sources import receive_all
from allikas.model.document import Document


def table(**columns: list[object]) -> bytes:
    stream = io.BytesIO()
    pq.write_table(pa.table(columns), stream)
    return stream.getvalue()


def documents(data: bytes, **columns: str) -> list[Document]:
    found = receive_all("-", Metadata(), Settings(columns, stdin=io.BytesIO(data)))
    return [receipt.document for receipt in found if isinstance(receipt, Received)]


def test_rows_are_documents() -> None:
    data = table(body=["Sajab.", "Tuiskab."], on=[date(2025, 7, 12), None], n=[1, 2])
    assert documents(data, text="body", published="on") == [
        Document("Sajab.", published="2025-07-12"),
        Document("Tuiskab."),
    ]


def test_a_time_stamp_keeps_its_minute() -> None:
    data = table(text=["Sajab."], published=[datetime(2025, 7, 12, 8, 15, tzinfo=UTC)])
    assert [doc.published for doc in documents(data)] == ["2025-07-12T08:15:00Z"]


def test_a_file_is_read_from_where_it_lies(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(table(text=["Sajab."]))
    (found,) = receive_all(str(tmp_path / "a.parquet"))
    assert found == Received(f"{tmp_path / 'a.parquet'}:1", Document("Sajab."))


@pytest.mark.parametrize(
    ("data", "limits", "message"),
    [
        (table(text=["Sajab."])[:-6], Limits(), "damaged Parquet"),
        (table(sisu=["Sajab."]), Limits(), "has no column 'text'; it has: sisu"),
        (table(text=["Sajab." * 1000]), Limits(table=100), "row group"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_line(
    data: bytes, limits: Limits, message: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(data)
    (found,) = receive_all(str(path), Metadata(), Settings(limits=limits))
    assert isinstance(found, Refused)
    assert message in found.message
