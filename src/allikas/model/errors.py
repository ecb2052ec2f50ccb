"""The errors that Allikas raises, drawn as a tree.

::

    AllikasError              something that a user can mend: the message says what, where and what to do
    ├── LanguageError         no pack for the language that was asked for
    ├── AnalyserError         Vabamorf cannot be had on this machine
    ├── ModelError            the network's file is damaged or missing
    └── LedgerError           the ledger cannot be opened, read or written
    SpanError, PageError      mistakes of ours, in code or in a corpus page

Bad input is no error: what cannot be read of a text becomes a ``Problem`` of its reading.
"""


class AllikasError(Exception):
    """Something that a user can mend; its message is one clear line."""
