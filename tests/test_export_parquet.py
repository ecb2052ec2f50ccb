import io

import pyarrow.parquet as pq

from allikas.export.parquet import parquet_as_dicts, parquet_schema, readings_as_parquet
from allikas.intake.files import Received
from allikas.intake.headers import Metadata
from allikas.intake.settings import Settings
from allikas.intake.sources import receive_all
from readings import EMPTY, ODD, READING, examples


def test_what_was_written_is_read_back() -> None:
    readings = [READING, EMPTY, *examples()]
    data = readings_as_parquet(iter(readings), rows_a_group=3)
    assert list(parquet_as_dicts(data)) == [reading.as_dict() for reading in readings]


def test_no_reading_is_a_table_without_rows() -> None:
    table = pq.read_table(io.BytesIO(readings_as_parquet([])))
    assert table.num_rows == 0
    assert table.schema.equals(parquet_schema())


def test_a_lone_surrogate_costs_no_offset() -> None:
    (found,) = parquet_as_dicts(readings_as_parquet([ODD]))
    text = ODD.document.text
    assert found["document"]["text"] == text.replace("\ud800", "\ufffd")
    assert len(found["document"]["text"]) == len(text)


def test_intake_takes_the_documents_out_again() -> None:
    settings = Settings(stdin=io.BytesIO(readings_as_parquet([READING])))
    (found,) = receive_all("-", Metadata(), settings)
    assert isinstance(found, Received)
    assert found.document == READING.document
