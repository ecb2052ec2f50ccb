"""Reports are gathered by what they speak of and when they came out."""

from hypothesis import given
from hypothesis import strategies as st

from allikas.ledger.days import Days
from allikas.stories.gathering import Traits, gather
from allikas.stories.likeness import fade

DAY = Days("2026-05-04", "2026-05-04")
PROFILES = st.dictionaries(st.sampled_from("abcdef"), st.floats(0.1, 0.5), min_size=1)
REPORTS = st.lists(PROFILES, max_size=7).map(
    lambda found: [Traits(f"{n}", DAY, profile) for n, profile in enumerate(found)]
)


@given(REPORTS)
def test_every_report_is_in_one_story_whatever_the_order(reports: list[Traits]) -> None:
    found = gather(reports)
    assert sorted(id_ for group in found for id_ in group) == sorted(one.id for one in reports)
    assert gather(reports[::-1]) == found


def test_likeness_fades_with_the_days_between() -> None:
    assert fade(DAY, DAY) == 1.0
    assert 0.3 < fade(DAY, Days("2026-05-14", "2026-05-14")) < 0.4


def test_a_report_without_a_day_stays_alone() -> None:
    same = {"sild": 1.0}
    assert gather([Traits("a", DAY, same), Traits("b", Days(), same)]) == [["b"], ["a"]]
