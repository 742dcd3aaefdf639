"""One window per data folder: a second start rings at the first one and leaves."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

TIMEOUT_MS = 2_000
_MOST_BYTES = 8_192


def server_name(folder: Path) -> str:
    """Name of the local server of a data folder: short, and different for every folder."""
    digest = hashlib.blake2b(str(folder.absolute()).encode("utf-8"), digest_size=8).hexdigest()
    return f"kundenradar-{digest}"


def ring(folder: Path, page: str = "") -> bool:
    """Ask the first window of this folder to come to the front; whether it heard.

    Args:
        folder: Data folder.
        page: Page to show, an address or file to take in, or empty.
    """
    socket = QLocalSocket()
    socket.connectToServer(server_name(folder))
    if not socket.waitForConnected(TIMEOUT_MS):
        return False
    socket.write(f"{page}\n".encode())
    socket.flush()
    heard = socket.waitForReadyRead(TIMEOUT_MS)
    socket.disconnectFromServer()
    return heard


class Doorbell(QObject):
    """Hears second starts.

    Attributes:
        rung: Somebody rang (page to show, what was handed over, or empty).
    """

    rung = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        name = server_name(folder)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)  # left behind by a crash: the lock says nobody else runs
            self._server.listen(name)

    @property
    def is_listening(self) -> bool:
        """Whether second starts are heard."""
        return self._server.isListening()

    def stop(self) -> None:
        """Hear nothing more."""
        self._server.close()

    @Slot()
    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(self._read)
            if socket.canReadLine():
                self._take(socket)

    @Slot()
    def _read(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket) and socket.canReadLine():
            self._take(socket)

    def _take(self, socket: QLocalSocket) -> None:
        page = bytes(socket.readLine(_MOST_BYTES).data()).decode("utf-8", "replace").strip()
        socket.write(b"ok\n")
        socket.flush()
        self.rung.emit(page)
