import codecs
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allikas.intake.encodings import Decoded, decode, guess_one_byte
from allikas.intake.formats import NotText

REPORT = "„Žürii ei šokeeri,“ ütles Šveitsi õpetaja – 5 € eest…\r\n\r\nTõsi."


def decoded(data: bytes) -> Decoded:
    found = decode(data)
    assert isinstance(found, Decoded)
    return found


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (REPORT.encode(), "UTF-8"),
        (codecs.BOM_UTF8 + REPORT.encode(), "UTF-8"),
        (codecs.BOM_UTF16_LE + REPORT.encode("utf-16-le"), "UTF-16"),
        (codecs.BOM_UTF16_BE + REPORT.encode("utf-16-be"), "UTF-16"),
        (codecs.BOM_UTF32_LE + REPORT.encode("utf-32-le"), "UTF-32"),
    ],
)
def test_what_is_marked_or_proved_is_read_without_a_doubt(data: bytes, encoding: str) -> None:
    assert decode(data) == Decoded(REPORT, encoding)


@pytest.mark.parametrize(
    ("text", "codec", "doubt"),
    [
        ("„Šokk!“ ütles ta.", "cp1257", "read as Windows-1257 (guessed: 0xD0 is Š in it)"),
        ("Ta ütles – tõsi.", "cp1257", "read as Windows-1257 (guessed: 0x96 is – in it)"),
        ("Žürii jõudis, šokk!", "iso8859-15", "read as ISO-8859-15 (guessed: 0xB4 is Ž in it)"),
        ("Pilet maksab 5 € tükk", "iso8859-15", "read as ISO-8859-15 (guessed: 0xA4 is € in it)"),
        ("Garaaž ja „žürii“", "cp1252", "read as Windows-1252 (guessed: 0x9E is ž in it)"),
        ("Võru õhtu", "cp1257", "read as Windows-1257 (guessed: nothing in it tells which; the usual one)"),
        ("Võru õhtu", "utf-16-le", "read as UTF-16 (guessed: every second byte is zero)"),
        ("Võru õhtu", "utf-16-be", "read as UTF-16 (guessed: every second byte is zero)"),
    ],
)
def test_a_guess_is_stated_with_its_reason(text: str, codec: str, doubt: str) -> None:
    found = decoded(text.encode(codec))
    assert found.text == text
    assert found.doubts == (doubt,)


def test_typographic_bytes_rule_iso_out_though_a_norwegian_name_looks_like_it() -> None:
    assert guess_one_byte("Jørgensen – õige mees".encode("cp1257"))[0] == "cp1257"


def test_an_apostrophe_after_a_small_letter_is_no_capital_z() -> None:
    assert guess_one_byte("Rock´i õhtu".encode("cp1257"))[0] == "cp1257"


def test_line_ends_and_odd_characters_stay_as_received() -> None:
    text = "a\r\nb\rc\n\u00ad\u200b\u00a0d\u2028\ufeffe"
    assert decoded(text.encode()).text == text


def test_a_nul_in_a_text_is_kept_and_said() -> None:
    assert decode(b"a\0b") == Decoded("a\0b", "UTF-8", ("holds NUL characters (1), kept as received",))


def test_lone_surrogates_are_kept_and_said_and_pairs_are_the_character_they_mean() -> None:
    found = decoded("õ \ud800 \ud83d\ude00".encode("utf-8", "surrogatepass"))
    assert found.text == "õ \ud800 😀"
    assert found.doubts == ("holds lone surrogates (1), kept as received",)
    assert decoded(codecs.BOM_UTF16_LE + b"\x00\xd8a\0").text == "\ud800a"


def test_utf8_cut_in_the_middle_of_a_character_is_still_utf8() -> None:
    assert decoded("Võru õhtu jõ".encode()[:-1]).doubts == (
        "damaged UTF-8: one place could not be read (shown as \ufffd)",
    )


def test_bytes_that_are_nothing_in_the_encoding_are_counted() -> None:
    found = decoded(b"\xfe\xfcrii \x81 \x83 \xf0okk")
    assert found.text == "žürii \ufffd \ufffd šokk"
    assert found.doubts[-1] == "damaged Windows-1257: 2 places could not be read (shown as \ufffd)"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n...", "a PDF"),
        (b"PK\x03\x04...", "an Office document or an archive"),
        (b"\x89PNG\r\n\x1a\n", "an image"),
        (b"SQLite format 3\0", "a database"),
        (bytes(range(256)), "binary data"),
        (b"name.txt" + bytes(504) + b"Tere.", "binary data"),
        (zlib.compress(bytes(range(256)) * 9)[2:], "binary data"),
    ],
)
def test_what_is_not_text_is_told_by_its_kind(data: bytes, kind: str) -> None:
    found = decode(data)
    assert isinstance(found, NotText)
    assert found.kind == kind


@given(st.binary())
def test_any_bytes_are_text_or_not_text(data: bytes) -> None:
    assert isinstance(decode(data), Decoded | NotText)


@given(st.text(alphabet="aeõäöüšžŠŽ„“–,. ", min_size=1))
def test_windows_1257_reads_back_wherever_a_typographic_sign_stands(text: str) -> None:
    assert decoded(f"õ – {text}".encode("cp1257")).text == f"õ – {text}"


@given(st.text(alphabet=st.characters(codec="utf-8", min_codepoint=0x20, exclude_characters="\x7f\ufeff")))
def test_utf8_reads_back(text: str) -> None:
    assert decode(f"õ{text}".encode()) == Decoded(f"õ{text}", "UTF-8")
