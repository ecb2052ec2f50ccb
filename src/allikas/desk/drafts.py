"""Articles that were only read, not kept: the latest few, in memory."""

import threading
from collections import OrderedDict

from allikas.lang.pack import load
from allikas.model.document import Document
from allikas.model.reading import Reading
from allikas.pipeline import read_document

KEPT = 64  # articles of at most a megabyte each: a guess


class Drafts:
    """Reads articles, one at a time, since the analyser is one; and remembers the latest by their ids."""

    def __init__(self, *, kept: int = KEPT) -> None:
        self._readings: OrderedDict[str, Reading] = OrderedDict()
        self._kept = kept
        self._lock = threading.Lock()

    def read(self, doc: Document) -> Reading:
        """Read an article, or remember how it was read.

        >>> drafts = Drafts(kept=1)
        >>> ids = [drafts.read(Document(text)).document.id for text in ("Tere.", "Tuul.")]
        >>> [drafts.get(id_) is not None for id_ in ids]
        [False, True]
        """
        with self._lock:
            found = self._readings.pop(doc.id, None) or read_document(doc, load(doc.language))
            self._readings[doc.id] = found
            while len(self._readings) > self._kept:
                self._readings.popitem(last=False)
            return found

    def get(self, id_: str) -> Reading | None:
        """Return the article with this id, if it is remembered."""
        return self._readings.get(id_)
