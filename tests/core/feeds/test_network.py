"""Proxies and routes of the system."""

import pytest

from kundenradar.feeds.network import has_route, is_excepted, is_proxy_address, manual_proxy, read_gnome_settings

GNOME = """org.gnome.system.proxy mode 'manual'
org.gnome.system.proxy ignore-hosts ['localhost', '127.0.0.0/8', '*.firma.de']
org.gnome.system.proxy.https host 'proxy.firma.de'
org.gnome.system.proxy.https port 8080
org.gnome.system.proxy.http authentication-user ''
"""


@pytest.mark.parametrize(
    ("host", "exception", "met"),
    [
        ("shop.firma.de", "*.firma.de", True),
        ("firma.de", "*.firma.de", False),
        ("firma.de", ".firma.de", True),
        ("shop.firma.de", "firma.de", True),
        ("meinefirma.de", "firma.de", False),
        ("192.168.1.7", "192.168.0.0/16", True),
        ("192.168.1.7", "192.168.*", True),
        ("10.0.0.1", "192.168.0.0/16", False),
        ("fd00::1", "fd00::/8", True),
        ("[fd00::1]", "fd00::/8", True),
        ("drucker", "<local>", True),
        ("drucker.de", "<local>", False),
        ("alles.de", "*", True),
        ("alles.de", " ", False),
        ("ALLES.de", "alles.DE", True),
    ],
)
def test_exceptions_are_read_as_windows_and_gnome_mean_them(host: str, exception: str, met: bool) -> None:
    assert is_excepted(host, [exception]) is met


@pytest.mark.parametrize(
    ("address", "proxy"),
    [
        ("proxy.firma.de:8080", "http://proxy.firma.de:8080"),
        ("https://proxy.firma.de:8443/", "https://proxy.firma.de:8443"),
        ("[fd00::1]:8080", "http://[fd00::1]:8080"),
        ("proxy.firma.de", None),
        ("socks5://proxy.firma.de:1080", None),
        ("", None),
    ],
)
def test_an_address_by_hand_is_a_host_and_a_port(address: str, proxy: str | None) -> None:
    assert manual_proxy("https://forum.example/", address, ()) == proxy
    assert is_proxy_address(address) is (proxy is not None)


def test_the_settings_of_gnome_are_read() -> None:
    mode, values = read_gnome_settings(GNOME)
    assert (mode, values["https.host"], values["https.port"]) == ("manual", "proxy.firma.de", "8080")
    assert "'*.firma.de'" in values["ignore-hosts"]
    assert read_gnome_settings("") == ("", {})


def test_one_way_out_is_enough() -> None:
    families: list[int] = []

    def only_the_second(family: int, _address: tuple[str, int]) -> None:
        families.append(family)
        if len(families) == 1:
            raise OSError

    def none(_family: int, _address: tuple[str, int]) -> None:
        raise OSError

    assert has_route(only_the_second)
    assert not has_route(none)
    assert has_route() in {True, False}
