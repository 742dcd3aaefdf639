"""`window`: open the window."""

import click

from kundenradar.cli.output import Session, pass_session


@click.command()
@pass_session
def window(session: Session) -> int:
    """Das Fenster öffnen."""
    return session.face.open_window(session.data_dir)
