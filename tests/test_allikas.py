from types import ModuleType

import allikas


def test_the_public_names_are_a_list_and_all_of_them_are_there() -> None:
    assert sorted(allikas.__all__) == allikas.__all__
    assert all(hasattr(allikas, name) for name in allikas.__all__)


def test_nothing_else_is_public_but_the_rooms() -> None:
    public = {name for name, it in vars(allikas).items() if name[0] != "_" and not isinstance(it, ModuleType)}
    assert public == set(allikas.__all__) - {"__version__"}
