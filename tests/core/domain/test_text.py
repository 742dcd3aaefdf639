"""Words of a text and their spellings."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenradar.domain import text as text_module
from kundenradar.domain.text import MAX_WORD_CHARS, Token, fold, index_text, tokens, words_in

GERMAN = st.text(alphabet="aäbeoösuüßAÄÖÜSẞ é1_-. \u00ad\u0308\u200bﬁ²½⑴", max_size=40)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Müller", "mueller"),
        ("Mu\u0308ller", "mueller"),
        ("GRÖẞE", "groesse"),
        ("Straße", "strasse"),
        ("STRASSE", "strasse"),
        ("Wärme\u00adpumpe", "waermepumpe"),
        ("Wärme\u200bpumpe", "waermepumpe"),
        ("Café Ærø", "cafe aeroe"),
        ("naïve Škoda", "naive skoda"),
        ("İstanbul", "istanbul"),
        ("ﬁx & fertig", "fix & fertig"),
        ("100 m²", "100 m2"),
        ("Größe: XL!", "groesse: xl!"),
        ("日本が", "日本が"),
    ],
)
def test_spellings_fold_to_one(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "spellings"),
    [
        ("Müller Mueller Muller", [("mueller", "muller"), ("mueller", None), ("muller", None)]),
        ("Straße", [("strasse", None)]),
        ("Größe", [("groesse", "grosse")]),
        ("Ørsted", [("oersted", "orsted")]),
        ("H&M 24/7", [("h", None), ("m", None), ("24", None), ("7", None)]),
        ("snake_case", [("snake", None), ("case", None)]),
        ("½ ⑴", [("12", None), ("1", None)]),
        ("… – 👍 _", []),
    ],
)
def test_words_carry_both_spellings(text: str, spellings: list[tuple[str, str | None]]) -> None:
    assert [(token.folded, token.plain) for token in tokens(text)] == spellings


def test_places_point_into_the_original() -> None:
    text = "Die Wa\u0308rme\u00adpumpe („Kälte“), ﬁx!"
    assert [text[token.start : token.end] for token in tokens(text)] == [
        "Die",
        "Wa\u0308rme\u00adpumpe",
        "Kälte",
        "ﬁx",
    ]
    assert tokens("Na, Müller?")[1] == Token(4, 10, "mueller", "muller")


@given(st.text(alphabet=st.characters(max_codepoint=0x2122) | st.sampled_from("aäöüßø æþð_1²€"), max_size=30))
def test_index_text_reads_bytes_as_tokens_reads_letters(text: str) -> None:
    found = tokens(text)
    assert index_text(text) == (
        " ".join(token.folded for token in found),
        " ".join(token.plain for token in found if token.plain),
    )


@given(st.text(alphabet=st.sampled_from("aäöüßø –-.,\n\t_1é\u00adЖ\U0001f600") | st.characters(), max_size=30))
def test_words_in_columns_are_the_tokens(text: str) -> None:
    found, columns = tokens(text), words_in(text)
    assert list(columns.folded) == [token.folded for token in found]
    assert list(columns.starts) == [token.start for token in found]
    assert list(columns.ends) == [token.end for token in found]


@given(st.text(alphabet=st.characters(max_codepoint=0x2122) | st.sampled_from("aäöüßø´¨¯¸\xa0…–“"), max_size=30))
def test_folding_simply_is_folding_by_unicode(text: str) -> None:
    assert fold(text) == text_module._without_marks(text_module._lowered(text).translate(text_module._SPELT_OUT))


def test_index_text_gives_words_and_plain_spellings() -> None:
    assert index_text("Müller-Bau: größte Bäder!") == ("mueller bau groesste baeder", "muller grosste bader")


def test_endless_runs_are_taken_in_pieces() -> None:
    assert [len(token.folded) for token in tokens("x" * (2 * MAX_WORD_CHARS + 3))] == [256, 256, 3]
    assert max(len(token.folded.encode()) for token in tokens("ﷺ" * 5_000)) < 32_768


@given(st.one_of(GERMAN, st.text(max_size=60)))
def test_any_text_splits_into_clean_words_in_order(text: str) -> None:
    found = tokens(text)
    end = 0
    for token in found:
        assert end <= token.start < token.end <= len(text)
        end = token.end
        for spelling in filter(None, (token.folded, token.plain)):
            assert all(character.isalnum() or ord(character) > 127 for character in spelling)
            assert spelling.split() == [spelling]
    assert index_text(text) == (
        " ".join(token.folded for token in found),
        " ".join(token.plain for token in found if token.plain),
    )


@given(GERMAN)
def test_composed_and_decomposed_umlauts_are_the_same_words(text: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert index_text(composed) == index_text(decomposed)


@given(GERMAN)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
