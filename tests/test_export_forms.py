"""Every form writes readings as its own function does, piece by piece."""

import csv
import io
import json

import pytest

from allikas.export.acled import readings_as_acled
from allikas.export.forms import Form, companions, files_of, has_file_a_document, write
from allikas.export.parquet import parquet_as_dicts
from allikas.export.sheets import Sheet, format_csv
from readings import ODD, READING, examples

TOGETHER = [form for form in Form if not has_file_a_document(form)]


@pytest.mark.parametrize("form", TOGETHER)
def test_nothing_is_lost_between_pieces(form: Form) -> None:
    readings = [READING, ODD, *examples()]
    data = b"".join(write(readings, form))
    assert data.decode("utf-8", "strict") if form is not Form.parquet else data


def test_tables_have_one_heading() -> None:
    readings = [READING, *examples()]
    table = b"".join(write(readings, Form.csv, sheet=Sheet.events)).decode()
    assert table == format_csv(readings, Sheet.events)
    assert b"".join(write(readings, Form.acled)).decode() == readings_as_acled(readings)
    assert len(list(csv.reader(io.StringIO(table)))) == 1 + sum(len(one.events) for one in readings)


def test_json_and_parquet_come_back_equal() -> None:
    readings = [READING, *examples()]
    told = [reading.as_dict() for reading in readings]
    assert [json.loads(line) for line in b"".join(write(readings, Form.json)).splitlines()] == told
    assert list(parquet_as_dicts(b"".join(write(readings, Form.parquet)))) == told


def test_brat_has_two_files_a_document_and_one_for_all() -> None:
    assert set(files_of(READING, Form.brat)) == {"txt", "ann"}
    assert set(companions(Form.brat)) == {"annotation.conf"}
    assert companions(Form.json) == {}
