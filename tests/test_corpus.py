import pytest

from allikas.lang.corpus import Found, PageError, failures, parse_marked, parse_page

PAGE = """
# Time

```time published=2013-02-12
2013-W06
    eelmisel nädalal   # the calendar week
    möödunud nädalal
```

```not-time
aasta
```

```marked time quantity
Makse tõsteti [eile]{time 2013-02-11} [24 protsendile]{quantity 24 percent}.
```

```time-not-yet
2013-02
    kuu alguses
```

```python
x = 1
```
"""


def test_every_kind_of_block_is_read() -> None:
    value, again, absent, marked, not_yet = parse_page(PAGE, ["time", "quantity"])
    assert (value.text, value.line) == ("eelmisel nädalal", 6)
    assert value.expected == (Found(0, 16, "time", "2013-W06"),)
    assert again.option("published") == "2013-02-12"
    assert (absent.text, absent.expected, absent.kinds) == ("aasta", (), frozenset({"time"}))
    assert marked.kinds == {"time", "quantity"}
    assert [found.value for found in marked.expected] == ["2013-02-11", "24 percent"]
    assert not_yet.not_yet
    assert not value.not_yet


def test_brackets_nest() -> None:
    text, found = parse_marked("[Ta ütles, et [tuleb]{content 2}]{content 1}")
    assert text == "Ta ütles, et tuleb"
    assert found == (Found(0, 18, "content", "1"), Found(13, 18, "content", "2"))


@pytest.mark.parametrize("line", ["[eile", "eile]{time 2013}"])
def test_a_bracket_without_its_pair_is_named_by_line(line: str) -> None:
    with pytest.raises(PageError, match="line 7"):
        parse_marked(line, 7)


def test_a_block_that_is_never_closed_is_refused() -> None:
    with pytest.raises(PageError, match="not closed"):
        parse_page("```time\n2013\n", ["time"])


[EXAMPLE] = parse_page("```time\n2013\n    aastal 2013\n```", ["time"])


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ([], "not found"),
        ([Found(7, 11, "time", "2013")], "found only in part: '2013'"),
        ([Found(0, 6, "time", "2013"), Found(7, 11, "time", "2013")], "found in pieces: 'aastal', '2013'"),
        ([Found(0, 11, "time", "2014")], "wrong value: 2014, expected 2013"),
        ([Found(0, 11, "time", "2013"), Found(7, 11, "time", "2013")], "should not be found"),
    ],
)
def test_the_failure_is_named_in_words(found: list[Found], words: str) -> None:
    [failure] = failures(EXAMPLE, found)
    assert words in failure


def test_what_is_expected_does_not_fail_and_other_kinds_do_not_matter() -> None:
    assert failures(EXAMPLE, [Found(0, 11, "time", "2013"), Found(7, 11, "quantity", "2013")]) == ()
