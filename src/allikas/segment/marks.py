"""Quotation marks and brackets: which of them open and which close.

Spacing tells: a mark that touches only what follows opens, one that touches only what precedes closes.
Where it touches both or neither (``" Yes. " Then``), its shape tells, and of the straight mark whether
one is open.
"""

from collections.abc import Container, Sequence

from allikas.model.word import Token

_OPENING = frozenset("„‚‹«([{¿¡")
_CLOSING = frozenset("”’›»)]}")
_BRACKETS = frozenset("()[]{}¿¡")
_EITHER = frozenset("\"'“‘") | {",,", "''", "``"}
_QUOTES = (_OPENING | _CLOSING | _EITHER) - _BRACKETS
_NOT_BEFORE_CLOSING = _OPENING | {":"}
_AFTER_CLOSING = frozenset(".,;:!?…)]}-–—")


def closing_marks(tokens: Sequence[Token], line_starts: Container[int]) -> frozenset[int]:
    """Return the indices of the marks that close; a paragraph that ends leaves no quotation open.

    >>> from allikas.lang.segmentation import NO_TABLES
    >>> from allikas.segment.tokens import find_tokens
    >>> sorted(closing_marks(find_tokens('" Yes. " ("No", he said)', NO_TABLES), ()))
    [3, 7, 11]
    """
    closing = set()
    is_open = False
    for at, token in enumerate(tokens):
        if at in line_starts:
            is_open = False
        form = token.form
        if form in _QUOTES:
            closes = _closes(tokens, at, is_open=is_open)
            is_open = not closes
        else:
            closes = form in _CLOSING
        if closes:
            closing.add(at)
    return frozenset(closing)


def is_quote(form: str) -> bool:
    """Tell whether the form is a quotation mark."""
    return form in _QUOTES


def is_mark(form: str) -> bool:
    """Tell whether the form is a quotation mark or a bracket."""
    return form in _QUOTES or form in _BRACKETS


def _closes(tokens: Sequence[Token], at: int, *, is_open: bool) -> bool:
    left, right = _touches(tokens, at)
    form = tokens[at].form
    if left and not right and form in _HIGH:
        return is_open
    if left is not right:
        return left
    return is_open if form in _EITHER else form in _CLOSING


_HIGH = frozenset("“‘")  # closes what „ opened; elsewhere opens, whatever a typesetter did to its spaces


def _touches(tokens: Sequence[Token], at: int) -> tuple[bool, bool]:
    """Tell whether the mark touches a word (or a stop) before it, and a word after it."""
    span = tokens[at].span
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    left = before is not None and before.span.end == span.start and before.form not in _NOT_BEFORE_CLOSING
    right = after is not None and after.span.start == span.end and after.form[0] not in _AFTER_CLOSING
    return left, right
