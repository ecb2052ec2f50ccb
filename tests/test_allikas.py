import allikas


def test_the_public_names_are_a_list_and_all_of_them_are_there() -> None:
    assert sorted(allikas.__all__) == allikas.__all__
    assert all(hasattr(allikas, name) for name in allikas.__all__)


def test_nothing_else_is_public() -> None:
    rooms = {
        "lang",
        "model",
        "packs",
        "pipeline",
        "rules",
        "segment",
        "syntax",
        "attribution",
        "entities",
        "time",
    }
    rooms |= {"quantities", "intake", "export", "cli", "events"}
    public = {name for name in vars(allikas) if not name.startswith("_")}
    assert public - rooms == set(allikas.__all__) - {"__version__"}
