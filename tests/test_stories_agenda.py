"""What is announced, moved and called off; a day that is not known stays unknown."""

import pytest

from allikas.lang.pack import load
from allikas.stories.calendar import as_icalendar
from allikas.stories.story import tell_story
from telling import bridge, read, story


def dates(text: str, published: str = "2026-05-04") -> list[tuple[str, str]]:
    found = tell_story([read(text, published)], load("et"))
    return [(one.date, one.status) for one in found.agenda]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Näitus avatakse 20. mail.", [("2026-05-20", "announced")]),
        ("Näitus avatakse reedel.", [("2026-05-08", "announced")]),
        ("Aruanne valmib maikuu lõpuks.", [("../2026-05-31", "announced")]),
        ("Homseks kavandatud näitus jääb ära.", [("2026-05-05", "cancelled")]),
        ("Näitus avati reedel.", []),
    ],
)
def test_what_is_ahead_is_on_the_agenda(text: str, expected: list[tuple[str, str]]) -> None:
    assert dates(text) == expected


def test_a_friday_of_an_unknown_week_stays_one_of_several() -> None:
    ((date, _),) = dates("Näitus avatakse reedel.", "2026-05")
    assert date.startswith("[")


def test_a_moved_date_says_which_it_replaces() -> None:
    items = tell_story(bridge(), load("et")).agenda
    opened, moved = items[0], items[-1]
    assert (opened.date, moved.date, moved.status) == ("2026-05-20", "2026-06-03", "moved")
    assert (moved.supersedes, moved.event) == (opened.id, opened.event)


def test_what_is_called_off_without_a_date_has_the_one_that_was_announced() -> None:
    items = story("Suurlaat toimub 20. mail.", "Suurlaat jääb ära.").agenda
    assert [(one.date, one.status) for one in items] == [
        ("2026-05-20", "announced"),
        ("2026-05-20", "cancelled"),
    ]


def test_the_calendar_marks_a_range_of_days_as_tentative_and_an_open_one_as_a_task() -> None:
    text = "Näitus avatakse reedel. Aruanne valmib juunikuu lõpuks."
    calendar = as_icalendar(tell_story([read(text, "2026-05")], load("et")).agenda)
    assert "STATUS:TENTATIVE" in calendar
    assert "BEGIN:VTODO" in calendar
    assert all(len(line.encode()) <= 75 for line in calendar.split("\r\n"))
