"""Every failure has a German sentence: what happened, then what helps."""

import re
from pathlib import Path

import pytest

from kundenradar.domain.errors import DataError, InputError, OutsideError, Trouble, TroubleKind
from kundenradar.domain.queries import QuerySyntaxError, parse_query
from kundenradar.services import messages

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("kind", TroubleKind)
def test_every_trouble_has_a_sentence_with_its_host(kind: TroubleKind) -> None:
    said = messages.trouble_sentence(Trouble(kind, "forum.example", 503, 120))
    assert said[0].isupper() or said.startswith("forum.example")
    assert said.endswith(".")
    assert not re.search(r"[{}!]|\bHTTP\b|Fehler:", said)
    assert messages.trouble_sentence(Trouble(kind))


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(None, "Pause."), (30, "einer Minute"), (600, "10 Minuten"), (7200, "2 Stunden"), (30 * 86400, "30 Tagen")],
)
def test_a_wished_pause_is_told_in_human_units(seconds: float | None, words: str) -> None:
    said = messages.trouble_sentence(Trouble(TroubleKind.RATE_LIMITED, "x.example", 429, seconds))
    assert words in said


@pytest.mark.parametrize("detail", ["self-signed", "expired", "wrong-host", "unknown-ca"])
def test_a_refused_certificate_names_the_cause(detail: str) -> None:
    plain = messages.trouble_sentence(Trouble(TroubleKind.TLS, "x.example"))
    assert messages.trouble_sentence(Trouble(TroubleKind.TLS, "x.example", detail=detail)) != plain


def test_every_code_raised_in_the_core_has_its_own_sentence() -> None:
    generic = messages.sentence(InputError("no-such-code"))
    source = "\n".join(path.read_text(encoding="utf-8") for path in ROOT.glob("kundenradar/**/*.py"))
    codes = set(re.findall(r'InputError\(\s*"([a-z-]+)"', source))
    assert len(codes) > 15
    assert [code for code in sorted(codes) if messages.sentence(InputError(code, "x")) == generic] == []


@pytest.mark.parametrize(
    "expression",
    [
        *("", "(a", "a)", '"a', "AND a", "a OR", "*", "a*", '""', "()", "x" * 5000, "(" * 99, "/* a", "=ab~"),
        *("a NEAR/ b", "a NEAR/2 (b c)", "autor:", "titel:(autor:ab)", "seit:morgen", "stimmung:froh", "status:in"),
    ],
)
def test_every_mistake_in_a_suchprofil_has_its_own_sentence(expression: str) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        parse_query(expression)
    said = messages.sentence(caught.value)
    assert said != messages.sentence(InputError("no-such-code"))
    assert "{" not in said


@pytest.mark.parametrize("code", ["damaged", "newer", "locked", "full", "read-only", "migration"])
def test_data_errors_say_what_became_of_the_data(code: str) -> None:
    assert len(messages.sentence(DataError(code))) > 40


def test_files_and_bugs_have_sentences() -> None:
    assert "Datei" in messages.sentence(PermissionError(13, "geheim"))
    assert "Programmfehler" in messages.sentence(ZeroDivisionError("geheim"))
    assert "geheim" not in messages.sentence(ZeroDivisionError("geheim"))
    assert "nicht erreichbar" in messages.sentence(OutsideError(Trouble(TroubleKind.OFFLINE, "x.example")))


@pytest.mark.parametrize(
    ("kind", "detail"),
    [
        *(
            (TroubleKind.LOGIN, detail)
            for detail in (
                "rejected",
                "key-rejected",
                "unknown-login",
                "elsewhere",
                "login-page",
                "forgotten",
                "reddit-token",
                "ntlm",
            )
        ),
        *(
            (TroubleKind.NOT_A_FEED, detail)
            for detail in ("captive-portal", "login-page", "maintenance", "opml", "sitemap")
        ),
        *((TroubleKind.PROXY, detail) for detail in ("login", "unknown-kind")),
        (TroubleKind.OFFLINE, "no-such-host"),
        (TroubleKind.BLOCKED, "headers"),
    ],
)
def test_what_is_known_more_exactly_is_said_so(kind: TroubleKind, detail: str) -> None:
    said = messages.trouble_sentence(Trouble(kind, "x.example", detail=detail))
    assert said != messages.trouble_sentence(Trouble(kind, "x.example"))
    assert said.endswith(".")


def test_a_secret_in_a_mistyped_address_is_not_shown_back() -> None:
    assert "geheim" not in messages.sentence(InputError("address-bad", "ftp://x.example/?token=geheim"))


def test_a_sentence_repeats_little_and_stays_on_its_line() -> None:
    said = messages.sentence(InputError("day", f"a\n{'x' * 5_000}"))
    assert "\n" not in said
    assert len(said) < 500
    assert said.startswith("„a xxx")
