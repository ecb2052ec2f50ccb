from hypothesis import given
from hypothesis import strategies as st

from allikas.model.features import format_feats, parse_feats

NAMES = st.sampled_from(["Case=Gen", "Number=Sing", "Mood=Ind", "Voice=Act", "Tense=Past", "NumType=Ord"])


@given(st.frozensets(NAMES))
def test_features_written_and_read_again_are_the_same(feats: frozenset[str]) -> None:
    assert parse_feats(format_feats(feats)) == feats


def test_no_features_are_written_as_the_standard_asks() -> None:
    assert format_feats(frozenset()) == "_"
    assert parse_feats("") == parse_feats("_") == frozenset()
