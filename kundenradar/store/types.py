"""Column types of the store."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Integer, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def moment_of(stored: int | None) -> datetime | None:
    """The aware time (UTC) that microseconds since 1970 stand for."""
    return None if stored is None else _EPOCH + timedelta(microseconds=stored)


def stored_moment(at: datetime | None) -> int | None:
    """Microseconds since 1970 (UTC), as `moment_of` reads them; naive times are refused.

    Raises:
        ValueError: The time is naive.
    """
    if at is None:
        return None
    if at.tzinfo is None:
        raise ValueError("naive time")
    return (at - _EPOCH) // _MICROSECOND


class UtcDateTime(TypeDecorator[datetime]):
    """An aware time, kept as microseconds since 1970 (UTC); naive times are refused."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Microseconds since 1970."""
        return stored_moment(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ANN401, ARG002 - SQLAlchemy's signature
        """Aware time in UTC."""
        return moment_of(value)


class Words(TypeDecorator[tuple[str, ...]]):
    """Short words, kept one per line."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """One word per line."""
        return None if value is None else "\n".join(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> tuple[str, ...] | None:  # noqa: ANN401, ARG002 - SQLAlchemy's signature
        """The words."""
        return None if value is None else tuple(word for word in value.split("\n") if word)
