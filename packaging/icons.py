"""Write the icon in the forms that installers want: ``icons.py FOLDER``.

From ``resources/icons/kundenradar.svg`` come PNGs of 16 to 512 pixels, an ``.ico`` (Windows) and an ``.icns`` (macOS).
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCE = Path(__file__).resolve().parent.parent / "resources" / "icons" / "kundenradar.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ICNS_KINDS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}


def png(renderer: QSvgRenderer, size: int) -> bytes:
    """The icon as a square PNG with transparent corners."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """An ICO file of PNG pictures up to 256 pixels (Windows Vista and later)."""
    fitting = {size: data for size, data in pictures.items() if size <= 256}
    offset = 6 + 16 * len(fitting)
    head = struct.pack("<3H", 0, 1, len(fitting))
    for size, data in fitting.items():
        head += struct.pack("<4B2H2I", size % 256, size % 256, 0, 0, 1, 32, len(data), offset)
        offset += len(data)
    return head + b"".join(fitting.values())


def icns(pictures: dict[int, bytes]) -> bytes:
    """An ICNS file of PNG pictures (macOS 10.7 and later)."""
    parts = [kind + struct.pack(">I", 8 + len(pictures[size])) + pictures[size] for size, kind in ICNS_KINDS.items()]
    body = b"".join(parts)
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def main(target: Path) -> None:
    """Write all forms into the folder."""
    application = QGuiApplication([])
    renderer = QSvgRenderer(str(SOURCE))
    if not renderer.isValid():
        sys.exit(f"not a picture: {SOURCE}")
    target.mkdir(parents=True, exist_ok=True)
    pictures = {size: png(renderer, size) for size in SIZES}
    for size, data in pictures.items():
        (target / f"kundenradar-{size}.png").write_bytes(data)
    (target / "kundenradar.ico").write_bytes(ico(pictures))
    (target / "kundenradar.icns").write_bytes(icns(pictures))
    application.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
