"""What times must be told of a language: rules from words to expressions of ``allikas.model.calendar``."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from allikas.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class NotTime:
    """Words that look like a time and are none: *sooner or later*, the six of *six percent*."""


@dataclass(frozen=True, eq=False)
class Times:
    """The rules of a language; what they give that is an ``Expression`` is a time of the text.

    ``present_is_future``: the language has no future tense, so that *on Friday he comes* is ahead.
    """

    rules: Sequence[Rule] = field(default=(), repr=False)
    present_is_future: bool = False


NO_TIMES = Times()
"""What a language gets whose pack says nothing."""
