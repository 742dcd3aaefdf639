"""What click says of its own, in German: help pages and why a command was refused."""

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import click

_HEADINGS: Final = {"Options": "Optionen", "Commands": "Befehle", "Positional arguments": "Angaben"}
_METAVARS: Final = {
    "INTEGER RANGE": "ZAHL",
    "FLOAT RANGE": "ZAHL",
    "DIRECTORY": "ORDNER",
    "FILE": "DATEI",
    "PATH": "DATEI",
}
_HELP: Final = {
    "Show this message and exit.": "Diese Hilfe zeigen.",
    "Show the version and exit.": "Die Fassung zeigen.",
}
_EXTRA: Final = re.compile(r"\[((?:default: |required|-?[\d.]+<=x)[^\[\]]*)\]$")
_RANGE: Final = re.compile(r"(-?[\d.]+)<=x<=(-?[\d.]+)")
_NO_KEY: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_TOO_MUCH: Final = re.compile(r"\((.*)\)", re.DOTALL)
_SHORT_BOUND: Final = 6
"""Digits of an upper bound that a help page mentions."""


class _Formatter(click.HelpFormatter):
    """Writes help pages in German."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, "Aufruf: " if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS.get(heading, heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(_spec(first), _help(second)) for first, second in rows], col_max, col_spacing)


class GermanContext(click.Context):
    """Formats help in German."""

    formatter_class = _Formatter


class Misuse(click.UsageError):
    """A command line that does not fit, told in a German sentence."""


class Folder(click.Path):
    """A folder that has a name; an empty one would be the current folder."""

    def __init__(self) -> None:
        super().__init__(file_okay=False, path_type=Path)

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        """See `click.ParamType.convert`."""
        if not str(value).strip():
            self.fail("", param, ctx)
        return super().convert(value, param, ctx)


class _Words(click.ParamType[str]):
    """Words from the command line, without what no keyboard writes: control characters, broken bytes."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ARG002 - click's signature
        return _NO_KEY.sub(" ", value.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def in_german(command: click.Command) -> click.Command:
    """The command, and what stands below it, with German help pages and clean words."""
    command.context_class = GermanContext
    command.options_metavar = "[OPTIONEN]"
    for param in command.params:
        if param.type is click.STRING:
            param.type = _Words()
    if isinstance(command, click.Group):
        command.subcommand_metavar = "BEFEHL [ANGABEN]..."
        for below in command.commands.values():
            in_german(below)
    return command


def _spec(names: str) -> str:
    option, blank, metavar = names.rpartition("  ") if "  " in names else names.partition(" ")
    return f"{option}{blank}{_METAVARS.get(metavar, metavar)}"


def _help(text: str) -> str:
    text = _HELP.get(text, text)
    extra = _EXTRA.search(text)
    if extra is None:
        return text
    parts = [_extra(part) for part in extra[1].split("; ")]
    told = "; ".join(part for part in parts if part)
    return text[: extra.start()] + (f"[{told}]" if told else "")


def _extra(part: str) -> str:
    if part == "required":
        return "nötig"
    span = _RANGE.fullmatch(part)
    if span is not None:
        return f"{span[1]} bis {span[2]}" if len(span[2]) <= _SHORT_BOUND else f"ab {span[1]}"
    return part.replace("default: ", "Vorgabe: ")


def usage_sentence(error: click.UsageError) -> str:
    """Why a command line was refused and what would fit, with the way to its help page."""
    place = error.ctx.command_path if error.ctx is not None else "kundenradar"
    return f"{_words(error)}\nHilfe: {place} --help"


def _words(error: click.UsageError) -> str:
    if isinstance(error, Misuse):
        return error.message
    if isinstance(error, click.NoSuchOption):
        hint = (
            "" if error.option_name.startswith("--") else " Vor eine Angabe mit einem Strich am Anfang setzen Sie --."
        )
        return f"Die Option „{error.option_name}“ gibt es hier nicht.{hint}"
    if isinstance(error, click.NoSuchCommand):
        return f"Den Befehl „{error.command_name}“ gibt es nicht."
    if isinstance(error, click.MissingParameter):
        return f"Es fehlt eine Angabe: {_name(error.param)}.{_possible(error.param)}"
    if isinstance(error, click.BadParameter):
        return f"Die Angabe {_name(error.param)} passt nicht.{_possible(error.param)}"
    if isinstance(error, click.BadOptionUsage):
        if "does not take" in error.message:
            return f"Zur Option „{error.option_name}“ gehört keine Angabe."
        return f"Zur Option „{error.option_name}“ fehlt die Angabe."
    if error.ctx is not None and isinstance(error.ctx.command, click.Group):
        return f"Es fehlt ein Befehl. Möglich ist: {', '.join(error.ctx.command.list_commands(error.ctx))}."
    rest = _TOO_MUCH.search(error.message)
    more = f": „{' '.join(rest[1].split())[:100]}“" if rest is not None else ""
    return f"Auf der Befehlszeile steht mehr, als der Befehl braucht{more}."


def _name(param: click.Parameter | None) -> str:
    """How a parameter is written: ``--source`` or ``ADRESSE``."""
    if param is None:
        return ""
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return param.human_readable_name.rstrip(".")


def _possible(param: click.Parameter | None) -> str:
    """What would fit instead."""
    kind = param.type if param is not None else None
    if isinstance(kind, click.Choice):
        return f" Möglich ist: {', '.join(str(choice) for choice in kind.choices)}."
    if isinstance(kind, click.IntRange | click.FloatRange):
        sort = "eine ganze Zahl" if isinstance(kind, click.IntRange) else "eine Zahl"
        return f" Nötig ist {sort}{_bounds(kind.min, kind.max)}."
    if isinstance(kind, click.Path):
        return " Nötig ist eine Datei, kein Ordner." if kind.file_okay else " Nötig ist ein Ordner."
    return ""


def _bounds(least: float | None, most: float | None) -> str:
    low = f" ab {least}" if least is not None else ""
    return f" von {least} bis {most}" if least is not None and most is not None else low
