"""Contradictions of each kind, and what looks like one and is none."""

import pytest

from allikas.lang.pack import load
from allikas.stories.story import tell_story
from telling import bridge, story


def kinds(*texts: str) -> set[str]:
    return {one.type for one in story(*texts).contradictions}


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("figure", "Tulekahjus sai viga kolm töölist.", "Tulekahjus said vigastada viis töölist."),
        ("figure", "Rongis oli 96 reisijat.", "Rongis oli 104 reisijat, mitte 96."),
        ("polarity", "Sild varises öösel kokku.", "Sild ei varisenud öösel kokku."),
        ("place", "Tulekahju puhkes Karu sadamas laohoones.", "Tulekahju puhkes Liiva sadamas laohoones."),
    ],
)
def test_two_that_cannot_both_be_right_contradict(kind: str, one: str, other: str) -> None:
    assert kinds(one, other) == {kind}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Haigestus vähemalt 20 last.", "Haigestus 25 last."),
        ("Metsas põles 1500 ruutmeetrit.", "Metsas põles 0,15 hektarit."),
        ("Tuul võib puhuda 33 meetrit sekundis.", "Tuul puhus 35 meetrit sekundis."),
        ("Sild avatakse 20. mail.", "Silla avamine lükkub 20. mailt 3. juunile."),
        ("Tulekahjus sai viga kolm töölist.", "Amet ei kinnitanud, et tulekahjus sai viga kolm töölist."),
    ],
)
def test_what_looks_like_a_contradiction_and_is_none(one: str, other: str) -> None:
    assert kinds(one, other) == set()


def test_both_sides_say_where_they_stand_and_on_whose_word() -> None:
    found = tell_story(bridge(), load("et"))
    figure = [one for one in found.contradictions if one.type == "figure"]
    sides = {(side.value, side.telling.origin) for one in figure for side in (one.one, one.other)}
    assert sides == {("14 pragu", "Liis Tammoja"), ("22 pragu", "Rein Pajula")}
    assert len({one.dispute for one in figure}) == 1


def test_a_correction_is_told_from_disagreement() -> None:
    (plain,) = story("Rongis oli 96 reisijat.", "Rongis oli 104 reisijat.").contradictions
    (corrected,) = story("Rongis oli 96 reisijat.", "Rongis oli 104 reisijat, mitte 96.").contradictions
    assert (plain.corrected, corrected.corrected) == (False, True)
