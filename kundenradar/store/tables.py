"""The tables. Private to the store: nothing else imports them."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, MetaData, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from kundenradar.store.types import UtcDateTime, Words

APPLICATION_ID = 0x4B524144  # "KRAD"
HEAD_REVISION = "0003"

FTS_TABLE = "entry_fts"


class Base(DeclarativeBase):
    """All tables, with names for every constraint."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: UtcDateTime, str: Text, tuple[str, ...]: Words}  # noqa: RUF012 - SQLAlchemy's name and type


class SourceRow(Base):
    """A place we listen to, with its feed and health."""

    __tablename__ = "source"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str]
    software: Mapped[str]
    address: Mapped[str]
    feed_url: Mapped[str] = mapped_column(unique=True)
    site_url: Mapped[str]
    all_entries: Mapped[bool]
    own_names: Mapped[tuple[str, ...]]
    has_login: Mapped[bool]
    paused: Mapped[bool]
    interval_s: Mapped[int | None]
    added_at: Mapped[datetime]
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]
    body_hash: Mapped[str | None]
    validators_at: Mapped[datetime | None]
    min_interval_s: Mapped[int]
    last_attempt: Mapped[datetime | None]
    last_success: Mapped[datetime | None]
    next_due: Mapped[datetime | None]
    failures: Mapped[int]
    trouble_kind: Mapped[str | None]
    trouble_host: Mapped[str | None]
    trouble_status: Mapped[int | None]
    trouble_retry_after_s: Mapped[float | None]
    trouble_detail: Mapped[str | None]
    newest_at: Mapped[datetime | None]
    login_kind: Mapped[str] = mapped_column(server_default="")
    rhythm_s: Mapped[int | None]
    held: Mapped[int | None]
    held_s: Mapped[int | None]
    missed: Mapped[int | None]
    missed_at: Mapped[datetime | None]
    missed_gap_s: Mapped[int | None]
    silent_after_s: Mapped[int | None]
    moved_at: Mapped[datetime | None]


class SourceAddressRow(Base):
    """An address a feed had before it moved."""

    __tablename__ = "source_address"
    __table_args__ = (Index(None, "source_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"))
    url: Mapped[str]
    until: Mapped[datetime]


class FetchRow(Base):
    """One poll of a source, kept 90 days."""

    __tablename__ = "fetch"
    __table_args__ = (Index(None, "source_id", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"))
    at: Mapped[datetime]
    outcome: Mapped[str]
    status: Mapped[int | None]
    entries: Mapped[int]
    new: Mapped[int]
    changed: Mapped[int]
    ms: Mapped[int]
    trouble_kind: Mapped[str | None]
    trouble_host: Mapped[str | None]
    trouble_detail: Mapped[str | None]


class EntryRow(Base):
    """Everything heard, mention or not. `id` sorts by time (ADR 0003)."""

    __tablename__ = "entry"
    __table_args__ = (
        UniqueConstraint("source_id", "identity"),
        Index(None, "source_id", "link"),
        Index(None, "source_id", "thread"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"))
    identity: Mapped[str]
    guid: Mapped[str | None]
    position: Mapped[int]
    title: Mapped[str]
    link: Mapped[str | None]
    author: Mapped[str | None]
    author_url: Mapped[str | None]
    published_at: Mapped[datetime | None]
    updated_at: Mapped[datetime | None]
    first_seen_at: Mapped[datetime]
    sorted_at: Mapped[datetime]
    local_day: Mapped[date]
    text: Mapped[str]
    html: Mapped[str]
    judged: Mapped[str]
    thread: Mapped[str | None]
    in_reply_to: Mapped[str | None]
    rating: Mapped[float | None]
    fingerprint: Mapped[str]
    versions: Mapped[int]
    own: Mapped[bool]
    replies: Mapped[int | None]
    views: Mapped[int | None]
    gone_at: Mapped[datetime | None]
    channel: Mapped[str | None]
    reply: Mapped[bool] = mapped_column(server_default="0")


class DocumentRow(Base):
    """What the newest document of a source held, sixteen bytes an item (`kundenradar.store.documents`)."""

    __tablename__ = "document"

    source_id: Mapped[int] = mapped_column(
        ForeignKey("source.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    read_at: Mapped[datetime | None]
    items: Mapped[bytes]


class SketchRow(Base):
    """One value of an entry's shingle sketch; near copies share most of theirs."""

    __tablename__ = "sketch"
    __table_args__ = (Index(None, "entry_id"), {"sqlite_with_rowid": False})

    value: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    entry_id: Mapped[int] = mapped_column(
        ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )


class EntryVersionRow(Base):
    """An earlier wording of an edited entry."""

    __tablename__ = "entry_version"
    __table_args__ = (UniqueConstraint("entry_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id", ondelete="CASCADE"))
    number: Mapped[int]
    title: Mapped[str]
    text: Mapped[str]
    author: Mapped[str | None]
    updated_at: Mapped[datetime | None]
    replaced_at: Mapped[datetime]


class QueryRow(Base):
    """A Suchprofil."""

    __tablename__ = "query"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    expression: Mapped[str]
    firm: Mapped[bool]
    created_at: Mapped[datetime]


class MentionRow(Base):
    """Work state and judgement in force of an entry that concerns us. Narrow: lists scan it."""

    __tablename__ = "mention"
    __table_args__ = (
        Index(None, "source_id", "id"),
        Index(None, "status", "id"),
        Index(None, "local_day"),
        Index(None, "same_as"),
        Index(None, "reading"),
    )

    id: Mapped[int] = mapped_column(ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"))
    local_day: Mapped[date]
    label: Mapped[str]
    shown: Mapped[str]
    score: Mapped[float]
    confidence: Mapped[float]
    model: Mapped[str]
    by_human: Mapped[bool]
    status: Mapped[str]
    bookmarked: Mapped[bool]
    seen: Mapped[bool]
    own: Mapped[bool]
    answered_at: Mapped[datetime | None]
    same_as: Mapped[int | None]
    about_us: Mapped[bool] = mapped_column(server_default="1")
    needs_answer: Mapped[bool] = mapped_column(server_default="0")
    safety: Mapped[bool] = mapped_column(server_default="0")
    answered_by_others: Mapped[bool] = mapped_column(server_default="0")
    reading: Mapped[int] = mapped_column(server_default="0")


class MentionTraitRow(Base):
    """A concern, topic, cause or safety word of a mention, to filter and to count by."""

    __tablename__ = "mention_trait"
    __table_args__ = (Index(None, "mention_id"), {"sqlite_with_rowid": False})

    kind: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(primary_key=True)
    mention_id: Mapped[int] = mapped_column(
        ForeignKey("mention.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )


class MentionQueryRow(Base):
    """Which Suchprofile a mention meets."""

    __tablename__ = "mention_query"
    __table_args__ = (Index(None, "mention_id"), {"sqlite_with_rowid": False})

    query_id: Mapped[int] = mapped_column(ForeignKey("query.id", ondelete="CASCADE"), primary_key=True)
    mention_id: Mapped[int] = mapped_column(ForeignKey("mention.id", ondelete="CASCADE"), primary_key=True)


class SentimentRow(Base):
    """Every judgement ever made of a mention; the newest human one wins, else the newest."""

    __tablename__ = "sentiment"
    __table_args__ = (Index(None, "mention_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    mention_id: Mapped[int] = mapped_column(ForeignKey("mention.id", ondelete="CASCADE"))
    at: Mapped[datetime]
    model: Mapped[str]
    label: Mapped[str]
    shown: Mapped[str]
    score: Mapped[float]
    confidence: Mapped[float]
    by_human: Mapped[bool]


class StatusChangeRow(Base):
    """One step of a mention's work state."""

    __tablename__ = "status_change"
    __table_args__ = (Index(None, "mention_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    mention_id: Mapped[int] = mapped_column(ForeignKey("mention.id", ondelete="CASCADE"))
    at: Mapped[datetime]
    before: Mapped[str]
    after: Mapped[str]


class DayCountRow(Base):
    """Daily roll-up of mentions that count (own ones do not)."""

    __tablename__ = "day_count"
    __table_args__ = ({"sqlite_with_rowid": False},)

    day: Mapped[date] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"), primary_key=True)
    label: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int]
    score_sum: Mapped[float]


class DraftRow(Base):
    """The answer to a mention as it stands."""

    __tablename__ = "draft"

    mention_id: Mapped[int] = mapped_column(
        ForeignKey("mention.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    text: Mapped[str]
    saved_at: Mapped[datetime]


class DraftVersionRow(Base):
    """An earlier wording of an answer."""

    __tablename__ = "draft_version"
    __table_args__ = (UniqueConstraint("mention_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    mention_id: Mapped[int] = mapped_column(ForeignKey("mention.id", ondelete="CASCADE"))
    number: Mapped[int]
    text: Mapped[str]
    at: Mapped[datetime]
    reason: Mapped[str]


class SnippetRow(Base):
    """A reusable piece of an answer."""

    __tablename__ = "snippet"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    text: Mapped[str]


class CauseRow(Base):
    """A cause of criticism with the words that tell it, as the owner edits them."""

    __tablename__ = "cause"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(unique=True)
    words: Mapped[tuple[str, ...]]
    place: Mapped[int]


class ExclusionRow(Base):
    """Noise the owner shut out: a word, an author or a site."""

    __tablename__ = "exclusion"
    __table_args__ = (UniqueConstraint("kind", "value"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    value: Mapped[str]
    at: Mapped[datetime]


class CorrectionRow(Base):
    """A label a person gave: to a mention, or to a text brought in from outside."""

    __tablename__ = "correction"

    id: Mapped[int] = mapped_column(primary_key=True)
    mention_id: Mapped[int | None] = mapped_column(ForeignKey("mention.id", ondelete="CASCADE"), unique=True)
    outside_id: Mapped[str | None] = mapped_column(unique=True)
    text: Mapped[str]
    label: Mapped[str]
    at: Mapped[datetime]


class LearntRow(Base):
    """What was learnt from the corrections, as weights over the start weights."""

    __tablename__ = "learnt"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    corrections: Mapped[int]
    accuracy: Mapped[float | None]
    weights: Mapped[bytes]
