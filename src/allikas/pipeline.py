"""The order of work: text in, reading out. This page is the table of contents of the program."""

from allikas.attribution.frame import find_phrases, find_quotations
from allikas.attribution.frames import find_frames
from allikas.attribution.statements import find_statements
from allikas.entities.entities import find_entities
from allikas.events.find import find_events
from allikas.events.layers import Layers
from allikas.lang.pack import Pack
from allikas.model.document import Document
from allikas.model.published import parse_published
from allikas.model.reading import Reading
from allikas.quantities import find_quantities
from allikas.segment.boilerplate import find_boilerplate
from allikas.segment.sentences import find_sentences
from allikas.segment.tokens import find_tokens
from allikas.syntax.words import find_parse
from allikas.time.find import find_times


def read_document(doc: Document, pack: Pack) -> Reading:
    """Read one document: every stage takes the layers that it reads and returns one new layer.

    It reads no clock, disk or network, raises on no text, and gives the same answer twice.
    """
    tokens = find_tokens(doc.text, pack.segmentation)
    sentences = find_sentences(doc.text, tokens, pack.segmentation)
    parse = find_parse(tokens, sentences, pack)
    words = parse.words
    published = parse_published(doc.published) if doc.published else None
    times, problems = find_times(words, sentences, published, pack.times)
    quantities = find_quantities(words, sentences, times, pack.quantities)
    noise = find_boilerplate(doc.text, pack.boilerplate)
    frames = find_frames(words, sentences, pack.reporting, noise)
    entities = find_entities(
        doc.text, words, find_phrases(frames), pack.names, parse.names, find_quotations(frames)
    )
    statements = find_statements(doc.text, words, frames, entities)
    layers = Layers(
        words, sentences, parse.arguments, times, quantities, entities, statements, published=published
    )
    events = find_events(doc.text, layers, pack.events)
    found = (entities, times, quantities, statements, events, problems)
    return Reading(doc, sentences, words, *found, names=parse.names, arguments=parse.arguments)
