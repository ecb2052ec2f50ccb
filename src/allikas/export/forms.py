"""Every export by its name: reading after reading where its standard allows that, else as a whole."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from allikas.export.acled import readings_as_acled
from allikas.export.agenda import readings_as_icalendar
from allikas.export.brat import annotation_conf, reading_as_brat
from allikas.export.conllu import reading_as_conllu
from allikas.export.ftm import readings_as_ftm
from allikas.export.jsonlines import format_json
from allikas.export.labelstudio import readings_as_label_studio
from allikas.export.linked import readings_as_jsonld
from allikas.export.parquet import readings_as_parquet
from allikas.export.plover import readings_as_plover
from allikas.export.sheets import Sheet, format_csv
from allikas.export.timeml import reading_as_timeml
from allikas.export.webannotation import reading_as_annotations
from allikas.model.reading import Reading


class Form(StrEnum):
    """What readings are written as."""

    json = "json"
    csv = "csv"
    parquet = "parquet"
    conllu = "conllu"
    timeml = "timeml"
    webannotation = "webannotation"
    jsonld = "jsonld"
    plover = "plover"
    acled = "acled"
    ftm = "ftm"
    ical = "ical"
    brat = "brat"
    labelstudio = "labelstudio"


def write(readings: Iterable[Reading], form: Form, *, sheet: Sheet = Sheet.statements) -> Iterator[bytes]:
    """Yield *readings*, written as one file of this *form*, piece by piece; of CSV one *sheet*.

    Where a file has one document, that is all that *readings* may hold: see ``has_file_a_document``.

    >>> from allikas.model.document import Document
    >>> list(write([Reading(Document("Sajab."))], Form.conllu))
    [b'']
    """
    if form is Form.csv:
        for n, reading in enumerate(readings):
            yield _bytes(format_csv([reading], sheet, heading=n == 0))
    elif form in FILES:
        for reading in readings:
            yield from FILES[form](reading).values()
    else:
        yield from WRITERS[form](readings)


def has_file_a_document(form: Form) -> bool:
    """Tell whether a file of this form holds one document and no more.

    >>> has_file_a_document(Form.timeml), has_file_a_document(Form.json)
    (True, False)
    """
    return form in FILES


def files_of(reading: Reading, form: Form) -> dict[str, bytes]:
    """Return the files of one document, by their endings."""
    return FILES[form](reading)


def companions(form: Form) -> dict[str, bytes]:
    """Return the files that stand once beside those of the documents, by their names."""
    return {"annotation.conf": _bytes(annotation_conf())} if form is Form.brat else {}


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _lines(readings: Iterable[Reading]) -> Iterator[bytes]:
    for reading in readings:
        yield _bytes(format_json(reading) + "\n")


def _each(one: Callable[[Reading], str]) -> "Writer":
    return lambda readings: (_bytes(one(reading)) for reading in readings)


def _acled(readings: Iterable[Reading]) -> Iterator[bytes]:
    yield _bytes(readings_as_acled(()))
    for reading in readings:
        yield _bytes(readings_as_acled((reading,), heading=False))


def _whole(together: Callable[[Iterable[Reading]], str]) -> "Writer":
    def write_whole(readings: Iterable[Reading]) -> Iterator[bytes]:
        text = together(readings)
        yield _bytes(text if text.endswith("\n") or not text else f"{text}\n")

    return write_whole


def _parquet(readings: Iterable[Reading]) -> Iterator[bytes]:
    yield readings_as_parquet(readings)


def _brat(reading: Reading) -> dict[str, bytes]:
    text, annotations = map(_bytes, reading_as_brat(reading))
    return {"txt": text, "ann": annotations}


Writer = Callable[[Iterable[Reading]], Iterator[bytes]]
WRITERS: dict[Form, Writer] = {
    Form.json: _lines,
    Form.conllu: _each(reading_as_conllu),
    Form.plover: _each(lambda reading: readings_as_plover((reading,))),
    Form.ftm: _each(lambda reading: readings_as_ftm((reading,))),
    Form.acled: _acled,
    Form.jsonld: _whole(readings_as_jsonld),
    Form.ical: _whole(readings_as_icalendar),
    Form.labelstudio: _whole(readings_as_label_studio),
    Form.parquet: _parquet,
}
FILES: dict[Form, Callable[[Reading], dict[str, bytes]]] = {
    Form.timeml: lambda reading: {"tml": _bytes(reading_as_timeml(reading))},
    Form.webannotation: lambda reading: {"jsonld": _bytes(f"{reading_as_annotations(reading)}\n")},
    Form.brat: _brat,
}
