"""`doctor`: is everything in order on this computer?"""

import click

from kundenradar.app.compose import opened
from kundenradar.app.health import Finding, examine
from kundenradar.cli.output import Session, emit, json_option, pass_session, say


@click.command()
@json_option
@pass_session
def doctor(session: Session, *, as_json: bool) -> int:
    """Datenbank, Datenträger, Schlüsselbund, Uhr und Netz prüfen."""
    with opened(session.data_dir) as ctx:
        findings = examine(ctx)
    if as_json:
        emit({"ok": all(one.ok for one in findings), "checks": [_object(one) for one in findings]})
    else:
        for one in findings:
            say(f"{'✓' if one.ok else '✗'}  {one.name}: {one.words}")
    return 0 if all(one.ok or not one.serious for one in findings) else 1


def _object(finding: Finding) -> dict[str, object]:
    return {"name": finding.code, "ok": finding.ok, "text": finding.words}
