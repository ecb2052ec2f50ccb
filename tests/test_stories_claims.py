"""Echo is told from agreement, and who took it from whom."""

from allikas.lang.pack import load
from allikas.stories.records import Claim, Story
from allikas.stories.story import tell_story
from telling import bridge, story


def claim(found: Story, words: str) -> Claim:
    return next(one for one in found.claims if any(words in telling.text for telling in one.tellings))


def test_one_source_in_two_outlets_is_an_echo() -> None:
    found = claim(tell_story(bridge(), load("et")), "leiti sillast 14 pragu")
    assert (found.kind, len(found.origins), found.outlets) == ("echo", 1, ("Merivaade", "Päevaleht Koit"))
    assert all(found.why)


def test_two_sources_of_their_own_agree() -> None:
    found = claim(
        story(
            "Politseijuht Anu Sild ütles, et õnnetuses sai vigastada üheksa reisijat.",
            "Haigla arst Toomas Lill kinnitas, et õnnetuses sai viga üheksa reisijat.",
        ),
        "üheksa reisijat",
    )
    assert found.kind == "agreement"
    assert [one.name for one in found.origins] == ["Anu Sild", "Toomas Lill"]


def test_a_spokesperson_and_the_body_are_one_source() -> None:
    found = claim(
        story(
            "Päästeameti pressiesindaja Anu Sild ütles, et metsas põles 40 hektarit.",
            "Metsas põles 40 hektarit, teatas päästeamet.",
        ),
        "põles 40 hektarit",
    )
    assert len(found.origins) == 1


def test_who_names_no_source_has_it_from_those_who_do() -> None:
    found = claim(
        story("Metsas põles 40 hektarit, teatas päästeamet.", "Metsas põles 40 hektarit."), "40 hektarit"
    )
    assert (found.kind, [one.name for one in found.origins]) == ("echo", ["päästeamet"])


def test_an_agency_is_no_source_and_stands_between_in_the_tree() -> None:
    found = claim(tell_story(bridge(), load("et")), "suleti esmaspäeval")
    (tree,) = found.tree
    assert tree.kind == "origin"
    (agency,) = tree.children
    assert (agency.name, [child.name for child in agency.children]) == ("Merivaade", ["Päevaleht Koit"])


def test_figures_and_denials_keep_claims_apart() -> None:
    found = tell_story(bridge(), load("et"))
    assert claim(found, "leiti sillast 14 pragu") is not claim(found, "leiti 22 pragu")
    denied = story("Sild varises kokku.", "Sild ei varisenud kokku.")
    assert all(len(one.tellings) == 1 for one in denied.claims)


def test_the_order_of_reports_does_not_matter() -> None:
    assert tell_story(bridge(), load("et")) == tell_story(bridge()[::-1], load("et"))
