"""The command line: finds the command, turns errors into sentences and exit codes."""

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from kundenradar import __version__
from kundenradar.cli.face import Face
from kundenradar.cli.german import Folder, GermanContext, in_german, usage_sentence
from kundenradar.cli.output import EXIT_DATA, EXIT_FAILED, EXIT_USAGE, UNUSABLE, Session, note
from kundenradar.domain.errors import DataError, KundenradarError
from kundenradar.domain.queries import QuerySyntaxError
from kundenradar.log import error_name
from kundenradar.services.messages import sentence

COMMANDS = (
    "firm",
    "source",
    "query",
    "fetch",
    "entries",
    "mentions",
    "noise",
    "note",
    "opml",
    "search",
    "classify",
    "learn",
    "stats",
    "causes",
    "topics",
    "thread",
    "report",
    "doctor",
    "demo",
    "screenshot",
    "window",
)
"""Each stands in the module of its name; what only one needs is imported with it."""


class _Commands(click.Group):
    """Finds a command when it is asked for: `classify` has no use for the database."""

    context_class = GermanContext

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"kundenradar.cli.{cmd_name}")
        found = getattr(module, cmd_name)
        return in_german(found) if isinstance(found, click.Command) else None


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar="[OPTIONEN]",
    subcommand_metavar="[BEFEHL] [ANGABEN]...",
)
@click.option("--data-dir", type=Folder(), help="Ordner für alles, was gespeichert wird.")
@click.version_option(__version__, prog_name="Kundenradar", message="%(prog)s %(version)s")
@click.pass_context
def commands(ctx: click.Context, data_dir: Path | None) -> None:
    """Kundenradar hört, was Kunden über Ihre Firma schreiben. Ohne Befehl öffnet sich das Fenster."""
    session = ctx.obj
    ctx.obj = Session(data_dir, session.face)
    if ctx.invoked_subcommand is None:
        ctx.exit(ctx.obj.face.open_window(data_dir))


def run(arguments: Sequence[str], face: Face) -> int:
    """Run one command; returns the exit code of CONTRACT."""
    try:
        result = commands.main(
            args=list(arguments), prog_name="kundenradar", standalone_mode=False, obj=Session(None, face)
        )
    except click.UsageError as error:
        note(usage_sentence(error))
        return EXIT_USAGE
    except click.exceptions.Abort:
        note("Abgebrochen. Was schon gespeichert ist, bleibt.")
        return EXIT_FAILED
    except DataError as error:
        note(sentence(error))
        return EXIT_DATA if error.code in UNUSABLE else EXIT_FAILED
    except KundenradarError as error:
        note(sentence(error))
        if isinstance(error, QuerySyntaxError) and error.pointer():
            note(error.pointer())
        return EXIT_FAILED
    except BrokenPipeError:
        sys.stderr.close()  # the reader went away: nothing is left to say
        return EXIT_FAILED
    except (OSError, click.ClickException) as error:
        note(sentence(error) if isinstance(error, OSError) else error.format_message())
        return EXIT_FAILED
    except Exception as error:  # noqa: BLE001 - the outermost edge: a bug gets a sentence, never a traceback
        note(f"{sentence(error)}\n(Für den Hersteller: {error_name(error)})")
        return EXIT_FAILED
    return result if isinstance(result, int) else 0
