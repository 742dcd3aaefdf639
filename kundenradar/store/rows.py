"""Many rows at once, straight to the driver.

SQLAlchemy's own executemany costs more than SQLite's work for rows like ours (measured: bench/refresh). Values are
bound by the types of the columns all the same, and an error still hides what was bound (`hide_parameters`).
"""

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from functools import lru_cache, partial
from typing import Any

from sqlalchemy import Date
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.engine import Connection
from sqlalchemy.types import TypeDecorator, TypeEngine

from kundenradar.store.tables import Base
from kundenradar.store.types import UtcDateTime, stored_moment

_DIALECT = dialect()
Bind = Callable[[Any], Any]


@lru_cache(maxsize=64)
def _binds(table: type[Base], names: tuple[str, ...]) -> tuple[tuple[int, Bind], ...]:
    """Places of the columns whose values the driver cannot take as they are, and how to make them so."""
    binds = [(place, _bind(table.__table__.c[name].type)) for place, name in enumerate(names)]
    return tuple((place, bind) for place, bind in binds if bind is not None)


def _bind(kind: TypeEngine[Any]) -> Bind | None:
    if isinstance(kind, UtcDateTime):
        return stored_moment
    if isinstance(kind, TypeDecorator):
        return partial(_decorated, kind)
    return _day if isinstance(kind, Date) else None


def _decorated(kind: TypeDecorator[Any], value: object) -> Any:  # noqa: ANN401 - any value the driver takes
    return kind.process_bind_param(value, _DIALECT)


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def bound(table: type[Base], names: tuple[str, ...], values: Iterable[Any]) -> list[Any]:
    """The values of these columns as the driver takes them."""
    row = list(values)
    for place, bind in _binds(table, names):
        row[place] = bind(row[place])
    return row


def insert_rows(
    connection: Connection, table: type[Base], names: tuple[str, ...], rows: Collection[Sequence[Any]]
) -> None:
    """Insert rows, each the values of the columns named, in that order."""
    if rows:
        marks = ", ".join("?" * len(names))
        statement = f"INSERT INTO {table.__tablename__} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608 - own names
        columns: list[Iterable[Any]] = list(zip(*rows, strict=True))
        for place, bind in _binds(table, names):
            columns[place] = map(bind, columns[place])
        connection.exec_driver_sql(statement, list(zip(*columns, strict=True)))


def as_list(values: Iterable[str | int]) -> str:
    """Values for ``IN (SELECT value FROM json_each(?))``: one parameter, however many there are."""
    return json.dumps(list(values))
