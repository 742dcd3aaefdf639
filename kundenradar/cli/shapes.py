"""Domain values as JSON objects, as CONTRACT names their parts."""

from typing import TYPE_CHECKING, Any

from kundenradar.cli.output import utc
from kundenradar.domain.health import FetchOutcome
from kundenradar.domain.mentions import Entry, Mention
from kundenradar.domain.queries import Query
from kundenradar.domain.reports import WeekReport
from kundenradar.domain.sentiment import Sentiment
from kundenradar.domain.sources import Candidate, Source, is_listened_to, state_of
from kundenradar.domain.trends import DayCount, Figures, sentiment_index
from kundenradar.domain.understanding import Reading
from kundenradar.services.messages import trouble_sentence

if TYPE_CHECKING:
    from kundenradar.domain.subject import About
    from kundenradar.services.proposals import Instead, Proposal
    from kundenradar.services.refresh import RefreshOutcome, SourceResult
    from kundenradar.services.reporting import Statistics


def source_object(source: Source) -> dict[str, Any]:
    """A source with its health."""
    return {
        "id": source.id,
        "name": source.name,
        "kind": source.kind.value,
        "software": source.software,
        "feed_url": source.feed_url,
        "state": state_of(source).value,
        "last_success": utc(source.last_success),
        "next_due": utc(source.next_due) if is_listened_to(source) else None,
        "entries": source.entries,
        "mentions": source.mentions,
        "missed_estimate": source.missed,
        "all_entries": source.all_entries,
        "held": source.held,
        "held_hours": None if source.held_s is None else round(source.held_s / 3600, 2),
        "rhythm_minutes": None if source.rhythm_s is None else round(source.rhythm_s / 60, 1),
        "login": [word for word in source.login_kind.split(",") if word],
        "error": None if source.trouble is None else trouble_sentence(source.trouble),
        "reason": None if source.trouble is None else source.trouble.kind.value,
    }


def candidate_object(candidate: Candidate) -> dict[str, Any]:
    """A feed that was found."""
    from kundenradar.services.subscriptions import masked

    return {
        "url": masked(candidate.url),
        "title": candidate.title,
        "kind": candidate.kind.value,
        "software": candidate.software,
        "comments": candidate.comments,
        "newest": utc(candidate.newest_at),
        "per_week": candidate.per_week,
        "scope": candidate.scope.value,
        "tried": candidate.is_tried,
    }


def proposal_object(proposal: "Proposal") -> dict[str, Any]:
    """Something worth listening to."""
    return {
        "title": proposal.title,
        "url": proposal.address,
        "hears": proposal.hears,
        "kind": proposal.kind.value,
        "all_entries": proposal.all_entries,
        "advised": proposal.is_advised,
    }


def instead_object(instead: "Instead") -> dict[str, Any]:
    """What works where nothing can be heard."""
    return {
        "place": instead.place,
        "feeds": [proposal_object(proposal) for proposal in instead.proposals],
        "alert": instead.expression,
        "steps": list(instead.steps),
        "by_hand": instead.by_hand,
    }


def result_object(result: "SourceResult") -> dict[str, Any]:
    """How one source fared."""
    record = result.record
    failed = record.outcome is FetchOutcome.FAILED
    sentence = None if record.trouble is None else trouble_sentence(record.trouble)
    return {
        "source": result.source.id,
        "outcome": record.outcome.value,
        "status": record.status,
        "entries": record.entries,
        "new": record.new,
        "changed": record.changed,
        "ms": record.ms,
        "moved": result.moved,
        "error": sentence if failed else None,
        "warning": None if failed else sentence,
        "reason": None if record.trouble is None else record.trouble.kind.value,
    }


def outcome_object(outcome: "RefreshOutcome") -> dict[str, Any]:
    """How a round went."""
    return {
        "feeds": [result_object(result) for result in outcome.results],
        "new": outcome.new,
        "changed": outcome.changed,
        "mentions": outcome.mentions,
        "ms": outcome.ms,
    }


def entry_object(entry: Entry) -> dict[str, Any]:
    """A stored entry."""
    return {
        "id": entry.id,
        "source": entry.source,
        "position": entry.position,
        "guid": entry.guid,
        "identity": entry.identity,
        "title": entry.title,
        "link": entry.link,
        "author": entry.author,
        "published_at": utc(entry.published_at),
        "updated_at": utc(entry.updated_at),
        "text": entry.text,
        "thread": entry.thread,
        "in_reply_to": entry.in_reply_to,
        "author_url": entry.author_url,
        "rating": entry.rating,
        "replies": entry.replies,
        "views": entry.views,
        "gone_at": utc(entry.gone_at),
        "versions": entry.versions,
        "channel": entry.channel,
    }


def sentiment_object(sentiment: Sentiment) -> dict[str, Any]:
    """A judgement."""
    return {
        "label": sentiment.label.value,
        "score": round(sentiment.score, 4),
        "confidence": round(sentiment.confidence, 4),
        "model": sentiment.model,
        "by_human": sentiment.by_human,
    }


def reading_object(reading: Reading) -> dict[str, Any]:
    """What was understood of a text."""
    return {
        "concern": [concern.value for concern in reading.concerns],
        "topics": list(reading.topics),
        "needs_answer": reading.needs_answer,
        "safety": list(reading.safety),
    }


def about_object(about: "About | None") -> dict[str, Any]:
    """Which part of a text speaks of the firm; None is all of it."""
    from kundenradar.domain.subject import WHOLE, AboutLabel  # late: few commands tell of it
    from kundenradar.services.explaining import about_sentence

    about = WHOLE if about is None else about
    is_part = about.label is not AboutLabel.WHOLE
    return {
        "label": about.label.value,
        "sentences": about.sentences if is_part else None,
        "counted": about.counted if is_part else None,
        "sentence": about_sentence(about) or None,
    }


def mention_object(mention: Mention, about: "About | None" = None) -> dict[str, Any]:
    """A mention: its entry, judgement and work state, and how it speaks of the firm."""
    return {
        **entry_object(mention.entry),
        "sentiment": sentiment_object(mention.sentiment),
        **reading_object(mention.reading),
        "causes": list(mention.reading.causes),
        "about": about_object(about),
        "answered_by_others": mention.answered_by_others,
        "status": mention.status.value,
        "queries": list(mention.queries),
        "answered_at": utc(mention.answered_at),
        "own": mention.own,
        "same_as": mention.same_as,
    }


def query_object(query: Query) -> dict[str, Any]:
    """A Suchprofil."""
    return {"id": query.id, "name": query.name, "expression": query.expression, "mentions": query.mentions}


def day_object(count: DayCount) -> dict[str, Any]:
    """One day of counts."""
    return {
        "day": count.day.isoformat(),
        "positive": count.positive,
        "neutral": count.neutral,
        "negative": count.negative,
        "total": count.total,
        "index": round(sentiment_index(count.positive, count.negative), 2),
    }


def figures_object(figures: Figures) -> dict[str, Any]:
    """The figures of a stretch of days."""
    return {
        "total": figures.total,
        "positive": figures.positive,
        "neutral": figures.neutral,
        "negative": figures.negative,
        "open": figures.open,
        "mean_score": None if figures.mean_score is None else round(figures.mean_score, 4),
        "index": round(figures.index, 2),
    }


def statistics_object(numbers: "Statistics") -> dict[str, Any]:
    """The numbers of the Übersicht."""
    return {
        "days": [day_object(count) for count in numbers.days],
        **figures_object(numbers.figures),
        "unanswered": numbers.figures.open,
        "answered": numbers.answered,
        "answer_rate": None if numbers.answer_rate is None else round(numbers.answer_rate, 4),
        "median_answer_hours": None if numbers.median_answer_hours is None else round(numbers.median_answer_hours, 2),
        "median_per_day": numbers.median_per_day,
        "week": figures_object(numbers.week),
        "week_before": figures_object(numbers.week_before),
    }


def report_object(report: WeekReport) -> dict[str, Any]:
    """The weekly report."""
    return {
        "week": str(report.week),
        "from": report.week.monday.isoformat(),
        "to": report.week.sunday.isoformat(),
        "firm": report.firm,
        "created_at": report.created_at.isoformat(),
        "figures": figures_object(report.figures),
        "before": figures_object(report.before),
        "days": [day_object(count) for count in report.days],
        "open_negative": report.open_negative,
        "oldest_open_days": report.oldest_open_days,
        "sources": [
            {
                "name": count.name,
                "total": count.total,
                "positive": count.positive,
                "neutral": count.neutral,
                "negative": count.negative,
            }
            for count in report.sources
        ],
        "causes": [{"name": cause.name, "count": cause.count} for cause in report.causes if cause.count][:3],
        "mentions": [
            {
                "id": mention.id,
                "title": mention.title,
                "source": mention.source_name,
                "author": mention.author,
                "day": mention.day.isoformat(),
                "quote": mention.quote,
                "label": mention.label.value,
                "status": mention.status.value,
                "answered_on": None if mention.answered_on is None else mention.answered_on.isoformat(),
                "link": mention.link,
            }
            for mention in report.mentions
        ],
    }
