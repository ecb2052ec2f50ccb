"""Estonian times of day: ``kell 19.08``, ``kella kahe paiku``, ``kell pool kümme``."""

import re
from dataclasses import replace
from fractions import Fraction

from allikas.model.calendar import Fields, Point, merge
from allikas.model.number import Number
from allikas.model.word import Word
from allikas.packs.et.time_words import PARTS
from allikas.rules.rule import Rule, digits, lemma, value

_HALF_DAY = 12
_CLOCK = r"(\d{1,2})[.:](\d\d)\.?"


def _hour(_: Word, number: Number) -> Point | None:
    """Read ``kell 18``, ``kella kahe``, ``kella 11ks``."""
    hour = number.whole if not number.is_range else None
    return Point(Fields(hour=hour)) if hour is not None and 0 <= hour <= 24 else None


def _minutes(_: Word, time: Word) -> Point | None:
    """Read ``kell 19.08``, ``kl 7:30``."""
    return _of_figures(time.form)


def _of_figures(text: str) -> Point | None:
    match = re.match(_CLOCK, text)
    hour, minute = (int(match[1]), int(match[2])) if match else (99, 99)
    return Point(Fields(hour=hour, minute=minute)) if hour <= 24 and minute < 60 else None


def _past_hour(_: Word, share: Number, hour: Number) -> Point | None:
    """Read ``kell pool kümme``, ``kell veerand viis``, ``kell kolmveerand kuus``: on the way to the hour."""
    return _on_the_way(share, hour)


def _on_the_way(share: Number, hour: Number) -> Point | None:
    part = share.value
    if (
        part not in {Fraction(1, 2), Fraction(1, 4), Fraction(3, 4)}
        or hour.whole is None
        or not 1 <= hour.whole <= 12
    ):
        return None
    return Point(Fields(hour=(hour.whole - 1) % 24, minute=int(60 * part)))


def _half_past(share: Number, hour: Number, part: Word) -> Point | None:
    """Read ``pool kümme hommikul``."""
    point = _on_the_way(share, hour)
    return point and _at(point, part)


def _in_part(point: Point, part: Word) -> Point | None:
    """Read ``kell 9 hommikul``, ``kella kaheksa paiku õhtul``."""
    return _at(point, part) if point.fields.hour is not None and point.fields.part is None else None


def _at(point: Point, part: Word) -> Point | None:
    hour = point.fields.hour or 0
    late = PARTS[part.lemma] in {"AF", "EV"} or (PARTS[part.lemma] == "NI" and hour > 6)
    if late and hour < _HALF_DAY:
        hour += _HALF_DAY
    return replace(point, fields=replace(point.fields, hour=hour))


def _part_and_clock(point: Point, clock: Point) -> Point | None:
    """Read ``hommikul kell 9``, ``eile õhtul kell 8``."""
    part, hour = point.fields.part, clock.fields.hour
    if part is None or point.fields.hour is not None or hour is None or clock.shift or clock.fields.day:
        return None
    late = part in {"AF", "EV"} and hour < _HALF_DAY
    fields = replace(clock.fields, hour=hour + _HALF_DAY if late else hour)
    without = replace(point, fields=replace(point.fields, part=None))
    if without.shift is None and without.fields == Fields():
        return replace(clock, fields=fields)
    return merge(without, Point(fields))


CLOCK = (
    Rule("kell <hour>", (lemma("kell", "kl", "kl."), value(Number)), _hour),
    Rule("kell <hour>.<minute>", (lemma("kell", "kl", "kl.", "k", "k."), digits(_CLOCK)), _minutes),
    Rule("kell pool <hour>", (lemma("kell"), value(Number), value(Number)), _past_hour),
    Rule("pool <hour> hommikul", (value(Number), value(Number), lemma(*PARTS)), _half_past),
    Rule("kell <hour> hommikul", (value(Point), lemma(*PARTS)), _in_part),
    Rule("hommikul kell <hour>", (value(Point), value(Point)), _part_and_clock),
)
