"""`screenshot`: paint one page of the window without a screen."""

import math
import re
from pathlib import Path

import click

from kundenradar.cli.german import Misuse
from kundenradar.cli.output import Session, pass_session
from kundenradar.domain.errors import InputError

SMALLEST = (720, 480)
LARGEST = 8000
PICTURES = (".png", ".jpg", ".jpeg", ".bmp")
_SIZE = re.compile(r"(\d{3,5})x(\d{3,5})")


@click.command()
@click.argument("page", metavar="SEITE")
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path), metavar="DATEI.png")
@click.option("--size", default="1280x800", show_default=True, help="Breite x Höhe in Punkten.")
@click.option("--scale", type=click.FloatRange(1, 4), default=1.0, show_default=True, help="Pixel je Punkt.")
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light", show_default=True, help="Farben.")
@pass_session
def screenshot(session: Session, page: str, out: Path, size: str, scale: float, theme: str) -> None:
    """Eine Seite des Fensters als Bild malen."""
    if out.suffix.lower() not in PICTURES:
        raise Misuse("Die Angabe DATEI.png passt nicht. Nötig ist ein Name, der auf .png, .jpg oder .bmp endet.")
    match = _SIZE.fullmatch(size)
    if match is None:
        raise Misuse("Die Angabe --size passt nicht. Nötig sind Breite x Höhe, zum Beispiel 1280x800.")
    if math.isnan(scale):
        raise Misuse("Die Angabe --scale passt nicht. Nötig ist eine Zahl von 1 bis 4.")
    width, height = int(match.group(1)), int(match.group(2))
    if (
        not (SMALLEST[0] <= width <= LARGEST and SMALLEST[1] <= height <= LARGEST)
        or max(width, height) * scale > 2 * LARGEST
    ):
        raise InputError("size")
    session.face.paint_page(
        page,
        out,
        size=(width, height),
        scale=scale,
        theme=theme,
        data_dir=session.data_dir,
    )
