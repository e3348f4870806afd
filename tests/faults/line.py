"""The line between the bot and Telegram: encrypted, and cut, or tapped by a stranger, whenever a case wants so."""

import asyncio
import ssl
import subprocess
from asyncio import Server, StreamReader, StreamWriter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

OPENSSL = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=IP:127.0.0.1"
PIECE = 2**16

Answer = Callable[[StreamReader, StreamWriter], Awaitable[None]]


@dataclass
class Line:
    """Listens on a port of its own and passes on to ``telegram``, a port, whatever it hears."""

    telegram: int
    folder: Path
    port: int = 0
    met: int = 0
    """How many connections came while there was something wrong."""
    _server: Server | None = None
    _open: set[StreamWriter] = field(default_factory=set)

    @property
    def address(self) -> str:
        return f"https://127.0.0.1:{self.port}"

    @property
    def certificate(self) -> Path:
        """What whoever calls has to trust."""
        return self._made("ours")

    async def connect(self) -> None:
        """Let everything through."""
        await self._listen(self._pass_on, self._speaking("ours"))

    async def cut(self) -> None:
        """Refuse every connection and end those there are."""
        if self._server:
            self._server.close()
            self._server = None
        for writer in tuple(self._open):
            writer.transport.abort()

    async def tap(self) -> None:
        """Let a stranger answer, with a certificate that nobody trusts."""
        await self.cut()
        await self._listen(self._hang_up, self._speaking("a stranger's"))

    async def babble(self) -> None:
        """Answer every connection with what is not encrypted."""
        await self.cut()
        await self._listen(self._hang_up, None)

    async def _listen(self, answer: Answer, speaking: ssl.SSLContext | None) -> None:
        await self.cut()
        self._server = await asyncio.start_server(answer, "127.0.0.1", self.port, ssl=speaking)
        self.port = self._server.sockets[0].getsockname()[1]

    def _speaking(self, whose: str) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self._made(whose), self._made(whose).with_suffix(".key"))
        return context

    def _made(self, whose: str) -> Path:
        certificate = self.folder / f"{whose}.pem"
        if not certificate.exists():
            files = "-keyout", certificate.with_suffix(".key"), "-out", certificate
            subprocess.run([*OPENSSL.split(), *files], check=True, capture_output=True)
        return certificate

    async def _hang_up(self, _reader: StreamReader, writer: StreamWriter) -> None:
        self.met += 1
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        writer.close()

    async def _pass_on(self, reader: StreamReader, writer: StreamWriter) -> None:
        inner_reader, inner_writer = await asyncio.open_connection("127.0.0.1", self.telegram)
        ends = {writer, inner_writer}
        self._open |= ends
        try:
            async with asyncio.TaskGroup() as ways:
                ways.create_task(_copy(reader, inner_writer))
                ways.create_task(_copy(inner_reader, writer))
        finally:
            self._open -= ends


async def _copy(reader: StreamReader, writer: StreamWriter) -> None:
    with suppress(OSError):
        while piece := await reader.read(PIECE):
            writer.write(piece)
            await writer.drain()
    writer.close()


@asynccontextmanager
async def line(telegram: int, folder: Path) -> AsyncIterator[Line]:
    """Lay a line to Telegram's port; certificates are made in the folder."""
    laid = Line(telegram, folder)
    await laid.connect()
    try:
        yield laid
    finally:
        await laid.cut()
