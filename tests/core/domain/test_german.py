"""German words and their kin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenradar.domain.german import kin
from kundenradar.domain.text import fold_word


def is_kin(word: str, seen: str) -> bool:
    return any(kin(word).meets(spelling) for spelling in fold_word(seen) if spelling)


@pytest.mark.parametrize(
    ("word", "seen"),
    [
        ("wärmepumpe", "Wärmepumpen Wärmepumpenwartung Luftwärmepumpe Luftwärmepumpen Waermepumpenausfall"),
        ("wärmepumpen", "Wärmepumpe Wärmepumpenwartung"),
        ("bad", "Bad Bäder Bades Bädern Badsanierung Badezimmer Hallenbad Baeder Bäderbau Schwimmbäder"),
        ("haus", "Häuser Hauses Häusern Hausbau Krankenhaus Krankenhäuser Hausarzt Häusermeer Mehrfamilienhauses"),
        ("häuser", "Haus Hauses"),
        ("heizung", "Heizungen Heizungsbauer Fußbodenheizung Heizungsanlage Gasheizungen"),
        ("brot", "Brote Vollkornbrot Brotzeit Butterbrote"),
        ("liefern", "liefert lieferte geliefert Lieferzeit"),
        ("abholen", "abgeholt abzuholen abholt"),
        ("firma", "Firmen Firmenwagen Heizungsfirma"),
        ("schaden", "Schäden Wasserschäden Schadensmeldung"),
        ("straße", "Strasse Straßen Hauptstrasse Straßenbau"),
        ("rohrbruch", "Rohrbrüche Wasserrohrbruch"),
        ("gast", "Gäste Gästezimmer Gasthaus Stammgäste"),
        ("kunde", "Kunden Kundendienst Stammkunde Kundinnen"),
        ("kaputt", "kaputte kaputten kaputter"),
        ("freundlich", "freundliche freundlichste freundlicher"),
        ("gut", "gute guter gutes"),
        ("apfel", "Äpfel Apfelkuchen"),
        ("tür", "Türen Haustür Haustüren Türschloss"),
        ("öl", "Ölheizung Heizöl"),
        ("gas", "Gasheizung Erdgas"),
        ("ofen", "Öfen Kachelöfen Ofenbau"),
        ("teuer", "teurer teure teuren"),
        ("vertrag", "Verträge Mietvertrag Vertragsstrafe"),
        ("fahrrad", "Fahrräder Fahrradladen"),
        ("beschwerde", "Beschwerden Beschwerdebrief"),
    ],
)
def test_forms_and_compounds_belong_to_a_word(word: str, seen: str) -> None:
    assert [one for one in seen.split() if not is_kin(word, one)] == []


@pytest.mark.parametrize(
    ("word", "seen"),
    [
        ("rat", "Beratung Ratte Heirat Verrat"),
        ("eis", "Eisen Preis Kreis Reis Beweis Hinweis Gleis"),
        ("bad", "baden Baden"),
        ("haus", "häuslich Hausierer"),
        ("heizung", "Heizer heizen"),
        ("brot", "Brötchen"),
        ("bau", "Bauch"),
        ("tor", "Motor Autor Torte Tortur"),
        ("wein", "Schwein"),
        ("rad", "Radio Gerade Grad"),
        ("kunde", "Sekunde Urkunde Erkundung"),
        ("tür", "Natur türkisch Türkei"),
        ("wand", "wandern"),
        ("küche", "Kuchen Kuchenform"),
        ("uhr", "Fuhr"),
        ("öl", "Köln Hölle"),
        ("gas", "Gasse Gast Gasthaus Gastwirt"),
        ("bus", "Bussard"),
        ("auto", "Autor Automat autonom"),
        ("arzt", "schwarz"),
        ("lager", "Schlager"),
    ],
)
def test_chance_likeness_is_no_kinship(word: str, seen: str) -> None:
    assert [one for one in seen.split() if is_kin(word, one)] == []


@pytest.mark.parametrize(
    ("word", "seen"),
    [
        ("ei", "Eier Eiern"),
        ("saal", "Saal Säle Saele Festsaal"),
        ("bus", "Busse Bussen Omnibusse Busfahrer"),
        ("praxis", "Praxen Arztpraxen"),
        ("küche", "Küchen Kueche Küchenbau Einbauküche"),
        ("tür", "Türen Haustür Türgriff"),
        ("gas", "Gase Erdgas Gasflasche Gastank"),
    ],
)
def test_forms_no_rule_makes_are_known(word: str, seen: str) -> None:
    assert [one for one in seen.split() if not is_kin(word, one)] == []


@given(st.text(alphabet="aeuäöüßbhnrst", min_size=1, max_size=12))
def test_every_word_is_its_own_kin_and_holds_a_core(word: str) -> None:
    found = kin(word)
    assert is_kin(word, word)
    assert all(
        any(core in form for core in found.cores) for form in found.forms | set(found.heads) | set(found.members)
    )


@given(st.text(max_size=40))
def test_any_text_has_kin(word: str) -> None:
    kin(word.lower()).meets(word)
