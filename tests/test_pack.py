import pytest

from allikas.lang.pack import LanguageError, languages, load


def test_estonian_is_there() -> None:
    assert "et" in languages()
    assert load("et").language == "et"


def test_a_language_without_a_pack_is_named_with_those_that_have_one() -> None:
    with pytest.raises(LanguageError, match=r"'xx'.*there is: .*et"):
        load("xx")
