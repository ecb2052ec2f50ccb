import pytest

from allikas import read
from allikas.model.published import parse_published
from allikas.time.publication import anchors


@pytest.mark.parametrize(
    ("published", "count"),
    [
        ("2025-07-12", 1), ("2025-07", 31), ("2024", 366), ("[2025-07-04,2025-07-11]", 2),
        ("2025-07-10/2025-07-12", 3), ("2025-06/2025-07", 61), ("{2025-07,2025-08}", 62), ("2025-07-12?", 1),
        ("2025-07-12T10:00", 1), ("2025-07-12/..", 0), ("[..2025-07-12]", 0), ("1990/2020", 0), ("XXXX", 0),
    ],
)  # fmt: skip
def test_every_day_that_is_possible_is_one_to_count_from(published: str, count: int) -> None:
    assert len(anchors(parse_published(published))) == count


def test_a_friday_of_one_of_two_days_is_one_of_two_fridays() -> None:
    [timex] = read("Ta ütles seda reedel.", published="[2025-07-10,2025-07-12]").times
    assert timex.edtf == "[2025-07-04,2025-07-11]"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Kaks tundi tagasi algas rünnak.", "2025-07-11T23"),
        ("Poole tunni pärast algab kohtumine.", "2025-07-12T02:00"),
        ("Kakskümmend minutit tagasi tuli abi.", "2025-07-12T01:10"),
    ],
)
def test_hours_are_counted_from_the_minute_of_publication(text: str, value: str) -> None:
    [timex] = read(text, published="2025-07-12T01:30").times
    assert timex.value == value
