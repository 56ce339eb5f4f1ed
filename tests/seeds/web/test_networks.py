"""Only machines on the public internet are fetched from, unless the operator allows others."""

import pytest

from seeds.errors import SourceError
from seeds.web.networks import Networks

PRIVATE = """127.0.0.1 127.8.8.8 10.1.2.3 172.16.0.1 172.31.255.254 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 0.1.2.3
224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 192.0.2.1 198.18.0.1 198.51.100.7 203.0.113.9 :: ::1 fe80::1 fe80::1%eth0
fc00::1 fd12:3456::1 fec0::1 ff02::1 2001:db8::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 64:ff9b::a00:1 64:ff9b:1::1
2002:7f00:1:: 2002:a00:1::1 ::127.0.0.1""".split()
PUBLIC = "1.1.1.1 8.8.8.8 93.184.216.34 172.15.0.1 172.32.0.1 2606:4700:4700::1111 2a00:1450:4001::8a 64:ff9b::808:808".split()


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_that_is_not_public_is_not_admitted(address: str) -> None:
    assert not Networks().admits(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_admitted(address: str) -> None:
    assert Networks().admits(address)


@pytest.mark.parametrize(
    ("setting", "admitted", "refused"),
    [
        ("loopback", ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"], ["10.0.0.1", "169.254.169.254"]),
        ("private", ["10.0.0.1", "172.20.0.1", "192.168.9.9", "fd00::1"], ["127.0.0.1", "169.254.169.254", "fe80::1"]),
        ("10.1.0.0/16, 192.168.1.5", ["10.1.255.1", "192.168.1.5"], ["10.2.0.1", "192.168.1.6"]),
        ("", [], ["127.0.0.1"]),
    ],
)
def test_the_operator_allows_networks_by_name_or_number(setting: str, admitted: list[str], refused: list[str]) -> None:
    networks = Networks.parse(setting)
    assert [each for each in [*admitted, *refused] if networks.admits(each)] == admitted


@pytest.mark.parametrize("setting", ["everything", "10.1.2.3/8", "10.0.0.0/40", "loopback;private"])
def test_a_setting_that_is_no_network_is_told(setting: str) -> None:
    with pytest.raises(SourceError, match=r"QUOTH_ALLOWED_NETWORKS holds '.*': write loopback, private, or networks"):
        Networks.parse(setting)


def test_a_host_with_one_private_address_is_refused_and_the_setting_named() -> None:
    networks = Networks(resolve=lambda host, port: ["1.1.1.1", "10.0.0.7"])
    with pytest.raises(SourceError, match=r"'both\.test' is at 10\.0\.0\.7.*QUOTH_ALLOWED_NETWORKS=10\.0\.0\.7$"):
        networks.addresses("both.test", 80)


def test_an_unknown_host_is_told() -> None:
    def resolve(host: str, port: int) -> list[str]:
        raise OSError("no such name")

    with pytest.raises(SourceError, match=r"^the host 'nowhere\.test' is not known: check the address"):
        Networks(resolve=resolve).addresses("nowhere.test", 80)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0x7f.1", "2130706433", "127.1", "0"])
def test_other_ways_to_write_loopback_are_seen_through(host: str) -> None:
    with pytest.raises(SourceError, match=r"not on the public internet|is not known"):
        Networks().addresses(host, 80)
