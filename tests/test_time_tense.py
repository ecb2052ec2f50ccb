import pytest

from allikas import read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ta lahkus reedel.", "2025-07-11"),
        ("Ta lahkub reedel.", "2025-07-18"),
        ("Ta on reedel lahkunud.", "2025-07-11"),
        ("Reedel Riias peetud koosolek lõpeb kokkuleppega.", "2025-07-11"),
        ("Ta ütles, et kohtub reedel presidendiga.", "2025-07-18"),
        ("Esmaspäevaks kavandatud kõne jäi ära.", "2025-07-14"),
    ],
)
def test_the_verb_that_a_time_hangs_on_tells_its_direction(text: str, value: str) -> None:
    [timex] = read(text, published="2025-07-12").times
    assert timex.value == value
