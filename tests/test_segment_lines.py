from allikas.segment.lines import find_breaks, has_break


def begins(text: str) -> list[str]:
    """Return the first words of the lines that begin a sentence."""
    return [text[at:].split(maxsplit=1)[0] for at in find_breaks(text)]


def test_a_blank_line_always_ends_a_sentence() -> None:
    assert begins("Sild jääb\n\navatuks") == ["avatuks"]
    assert begins("Sild jääb\r\n \r\navatuks") == ["avatuks"]


def test_a_line_break_ends_a_sentence() -> None:
    assert begins("Sild jääb avatuks\r\nLinnapea lubas\u2028Veel uudiseid") == ["Linnapea", "Veel"]


def test_a_small_letter_goes_on_with_what_is_open() -> None:
    assert begins("Linnapea lubas\nsilla avada") == []
    assert begins("„Sild avatakse.“\nlubas linnapea") == []
    assert begins("Sild avatakse.\nlinn.example") == ["linn.example"]
    assert begins("Vastus on\na) jah\nb. ei") == ["a)", "b."]


def test_filled_lines_are_no_sentences() -> None:
    text = "Linn lubas silla\nTartus avada mais.\nRohkem ei taha\nKose vald sellest rääkida."
    assert begins(text) == []


def test_lines_of_any_length_are_sentences() -> None:
    text = "Sild avatud\nTartus avati eile uus sild\nPraam seisab\nKose vald ostab bussi\nIlm"
    assert begins(text) == ["Tartus", "Praam", "Kose", "Ilm"]


def test_a_break_stands_between_words_or_not() -> None:
    assert has_break(" \r\n")
    assert has_break("\u2029")
    assert not has_break("\u00a0 ")
