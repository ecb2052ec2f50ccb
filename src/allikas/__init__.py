"""Allikas reads news reports and writes down what they say and whose word it is.

>>> import allikas
>>> reading = allikas.read("TASS teatas, et Lavrov saabus reedel Wonsani.", published="2025-07")
>>> reading.sentences[0].span.text
'TASS teatas, et Lavrov saabus reedel Wonsani.'
"""

from allikas.intake.texts import read
from allikas.lang.pack import LanguageError, languages
from allikas.model.document import Document
from allikas.model.errors import AllikasError
from allikas.model.layers import Entity, Event, Mention, Problem, Quantity, Role, Statement, Timex
from allikas.model.reading import Reading
from allikas.model.span import Span
from allikas.model.word import Sentence, Token, Word
from allikas.pipeline import read_document

__version__ = "0.1.0"

__all__ = [
    "AllikasError",
    "Document",
    "Entity",
    "Event",
    "LanguageError",
    "Mention",
    "Problem",
    "Quantity",
    "Reading",
    "Role",
    "Sentence",
    "Span",
    "Statement",
    "Timex",
    "Token",
    "Word",
    "__version__",
    "languages",
    "read",
    "read_document",
]
