"""Which hosts are this very machine, the only one the playground speaks with."""

import ipaddress


def is_loopback(host: str) -> bool:
    """Tell whether a host, by name or by address, is this machine."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
