"""`doctor`: is everything in order on this computer?"""

import click

from kundenradar.app.compose import opened
from kundenradar.app.health import Finding, examine, examine_unusable
from kundenradar.cli.output import EXIT_DATA, EXIT_FAILED, UNUSABLE, Session, emit, json_option, pass_session, say
from kundenradar.domain.errors import DataError
from kundenradar.paths import find_paths


@click.command()
@json_option
@pass_session
def doctor(session: Session, *, as_json: bool) -> int:
    """Datenbank, Datenträger, Schlüsselbund, Uhr und Netz prüfen."""
    try:
        with opened(session.data_dir) as ctx:
            findings = examine(ctx)
    except DataError as error:
        findings = examine_unusable(find_paths(session.data_dir), error)
        code = EXIT_DATA if error.code in UNUSABLE else EXIT_FAILED
    else:
        code = 0 if all(one.ok or not one.serious for one in findings) else 1
    if as_json:
        emit({"ok": all(one.ok for one in findings), "checks": [_object(one) for one in findings]})
    else:
        for one in findings:
            say(f"{'✓' if one.ok else '✗'}  {one.name}: {one.words}")
    return code


def _object(finding: Finding) -> dict[str, object]:
    return {"name": finding.code, "ok": finding.ok, "text": finding.words}
