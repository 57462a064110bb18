"""The two histories of a fact that its page shows: what was known when, and who wrote what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.utils.translation import gettext as _

from accounts.models import User

NONE = "–"


@dataclass(frozen=True)
class Change:
    """One column that differs between two states."""

    label: Any
    before: str
    after: str


@dataclass(frozen=True)
class State:
    """What could be known of a fact from one day until another."""

    row: Any
    known_from: date
    known_to: date | None
    changes: list[Change] = field(default_factory=list)
    first: bool = False


@dataclass(frozen=True)
class Entry:
    """One writing of a fact's row."""

    at: datetime
    verb: str
    who: str
    reason: str
    via: str
    batch: str
    changes: list[Change]


def states(rows: Sequence[Any], labels: Mapping[str, Any]) -> list[State]:
    """All states of one fact, the newest first, each with what it changed."""
    ordered = sorted(rows, key=lambda row: row.known_from)
    befores = [None, *ordered[:-1]]
    found = [
        State(
            row,
            row.known_from,
            row.known_to,
            [] if before is None else differences(before, row, labels),
            before is None,
        )
        for before, row in zip(befores, ordered, strict=True)
    ]
    return found[::-1]


def recorded(fact: Model, labels: Mapping[str, Any], *, most: int = 50) -> list[Entry]:
    """The latest writings of a fact's row, the newest first: who, when, why, through what."""
    model = apps.get_model("world", f"{fact._meta.object_name}History")
    known = {name for name in labels if name in {column.name for column in model._meta.get_fields()}}
    related = [name for name in known if model._meta.get_field(name).is_relation]
    kept = {name: words for name, words in labels.items() if name in known}
    rows = model._default_manager.filter(id=fact.pk).select_related("pgh_context", *related)
    found = list(rows.order_by("-pgh_id")[: most + 1])
    people = _people(found)
    befores = [*found[1:], None]
    entries = [_entry(row, before, people, kept) for row, before in zip(found, befores, strict=True)]
    return entries[:most]


def _entry(row: Any, before: Any, people: Mapping[str, str], labels: Mapping[str, Any]) -> Entry:
    context = row.pgh_context.metadata if row.pgh_context else {}
    via = {"ui": _("page"), "api": _("API"), "command": _("command"), "import": _("import"), "task": _("worker")}
    verbs = {"insert": _("recorded"), "update": _("changed"), "delete": _("taken away")}
    return Entry(
        at=row.pgh_created_at,
        verb=verbs.get(row.pgh_label, row.pgh_label),
        who=people.get(context.get("user") or "", _("the product itself")),
        reason=context.get("reason") or "",
        via=via.get(context.get("via") or "", context.get("via") or ""),
        batch=context.get("batch") or "",
        changes=[] if before is None else differences(before, row, labels),
    )


def _people(rows: Sequence[Any]) -> dict[str, str]:
    keys = {row.pgh_context.metadata.get("user") for row in rows if row.pgh_context} - {None}
    return {str(user.pk): str(user) for user in User.objects.filter(pk__in=keys)}


def differences(before: Any, after: Any, labels: Mapping[str, Any]) -> list[Change]:
    """The columns, named by `labels`, in which two states differ."""
    pairs = ((words, shown(before, name), shown(after, name)) for name, words in labels.items())
    return [Change(words, old, new) for words, old, new in pairs if old != new]


def shown(row: Any, name: str) -> str:
    """A column of a state in words."""
    if display := getattr(row, f"get_{name}_display", None):
        return str(display())
    value = getattr(row, name)
    if name == "validity":
        return f"{value.lower or '…'} – {value.upper or '…'}"
    return NONE if value in (None, "") else str(value)
