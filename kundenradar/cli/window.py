"""`window`: open the window."""

import click

from kundenradar.cli.output import Session, pass_session


@click.command()
@click.argument("what", default="", metavar="[ADRESSE|DATEI]")
@pass_session
def window(session: Session, what: str) -> int:
    """Das Fenster öffnen; eine Adresse, ein feed:-Link oder eine OPML-Datei kommt gleich hinein."""
    return session.face.open_window(session.data_dir, what)
