"""The least Telegram there can be, over TLS: it reads no more of a request than where it ends."""

import asyncio
import ssl
import subprocess
import sys
from pathlib import Path
from typing import cast

import orjson
import uvloop

from benchmarks.wire.message import MESSAGE

ANSWER = orjson.dumps({"ok": True, "result": MESSAGE})
RESPONSE = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (len(ANSWER), ANSWER)


class Server(asyncio.Protocol):
    """Answers every request on a connection with the same message."""

    def __init__(self) -> None:
        self._received = b""
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way back."""
        self._transport = cast("asyncio.WriteTransport", transport)

    def data_received(self, data: bytes) -> None:
        """Answer what is whole."""
        self._received += data
        while (head := self._received.find(b"\r\n\r\n")) >= 0 and self._whole(head):
            assert self._transport is not None
            self._transport.write(RESPONSE)

    def _whole(self, head: int) -> bool:
        """Take one request off what was received, if all of it is there."""
        length = self._received[:head].lower().partition(b"content-length:")[2].partition(b"\r\n")[0]
        end = head + 4 + int(length)
        if len(self._received) < end:
            return False
        self._received = self._received[end:]
        return True


async def serve(certificate: str) -> None:
    """Serve until standard input ends, after printing the port."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Server, "127.0.0.1", 0, ssl=context)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


def certified(folder: Path) -> Path:
    """Make a certificate for 127.0.0.1 that signs itself, key and all in one file."""
    key, certificate, both = folder / "key.pem", folder / "certificate.pem", folder / "both.pem"
    kind = ("-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2")
    name = ("-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1")
    words = ("openssl", "req", *kind, *name, "-keyout", str(key), "-out", str(certificate))
    subprocess.run(words, check=True, capture_output=True)  # noqa: S603 - the openssl on the path
    both.write_text(key.read_text() + certificate.read_text())
    return both


if __name__ == "__main__":
    uvloop.run(serve(sys.argv[1]))
