"""Actors, their names and where they come from."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import DateField
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from accounts.models import Team, User
from core.errors import DomainError
from core.text import norm
from world.models import (
    Actor,
    ActorExternalId,
    ActorLineage,
    ActorName,
    Handling,
    Situation,
    SituationActor,
    SourceDocument,
)
from world.services.acting import record, same_team, writing
from world.services.entries import checked, cleaned, free_slug, period, required
from world.services.handling import grant, handling_known, named
from world.services.knowledge import locked

EDITABLE = (
    "kind",
    "name_withheld",
    "status",
    "merged_into",
    "home_area",
    "active_from",
    "active_to",
    "description",
)
NAME_FIELDS = ("text", "lang", "kind", "source_system", "period")


def create_actor(
    *,
    team: Team,
    by: User,
    via: str,
    kind: str,
    name: str,
    slug: str = "",
    lang: str = "",
    names: Iterable[Mapping[str, Any]] = (),
    external_ids: Mapping[str, str] | None = None,
    situation: Situation | None = None,
    reason: str = "",
    handling: str = Handling.TEAM,
    contains_personal_data: bool = False,
    allowed: Iterable[User] = (),
    **fields: Any,
) -> Actor:
    """Record an actor under its canonical `name`; `names` are further ones (text, kind, lang, source_system,
    valid_from, valid_to).

    `external_ids` maps systems to values, such as {"ucdp": "6716"}. `fields` has columns of EDITABLE.
    """
    with writing(team=team, by=by, via=via, reason=reason):
        values = checked(Actor, {"kind": kind, **fields}, allowed=EDITABLE)
        same_team(team, situation=situation, home_area=values.get("home_area"), merged_into=values.get("merged_into"))
        text = _name_text(name)
        actor = Actor.objects.create(
            team=team,
            slug=_slug(team, slug, text),
            name=text,
            norm=norm(text),
            handling=handling_known(handling),
            contains_personal_data=contains_personal_data,
            created_by=by,
            updated_by=by,
            **values,
        )
        grant(actor, allowed=allowed, by=by)
        _write_names(actor, [{"text": text, "kind": ActorName.Kind.CANONICAL, "lang": lang}, *names], by=by)
        _write_external_ids(actor, external_ids or {})
        if situation is not None:
            SituationActor.objects.create(team=team, situation=situation, actor=actor)
        record(actor, verb="create", by=by, via=via, reason=reason)
    return actor


def update_actor(*, actor: Actor, by: User, via: str, expected: int, reason: str = "", **changes: Any) -> Actor:
    """Change what is kept of an actor, apart from its names."""
    with writing(team=actor.team_id, by=by, via=via, reason=reason):
        values = checked(Actor, changes, allowed=EDITABLE)
        same_team(actor.team_id, home_area=values.get("home_area"), merged_into=values.get("merged_into"))
        _write(actor, values, expected=expected, by=by)
        record(actor, verb="update", by=by, via=via, reason=reason, detail={"fields": sorted(values)})
    return actor


def rename_actor(
    *,
    actor: Actor,
    by: User,
    via: str,
    expected: int,
    name: str,
    lang: str = "",
    keep_as: str = ActorName.Kind.FORMER,
    reason: str = "",
) -> Actor:
    """Give the actor another canonical name; the present one stays as a former name or an alias."""
    with writing(team=actor.team_id, by=by, via=via, reason=reason):
        text = _name_text(name)
        if keep_as not in (ActorName.Kind.FORMER, ActorName.Kind.ALIAS, ActorName.Kind.MISSPELLING):
            raise DomainError(_("The old name stays as a former name, an alias or a misspelling."), field="keep_as")
        _write(actor, {"name": text, "norm": norm(text)}, expected=expected, by=by)
        ActorName.objects.filter(actor=actor, kind=ActorName.Kind.CANONICAL).update(kind=keep_as)
        ActorName.objects.filter(actor=actor, norm=norm(text), source_system="").delete()
        _write_names(actor, [{"text": text, "kind": ActorName.Kind.CANONICAL, "lang": lang}], by=by)
        record(actor, verb="rename", by=by, via=via, reason=reason)
    return actor


def add_actor_name(
    *,
    actor: Actor,
    by: User,
    via: str,
    text: str,
    kind: str,
    lang: str = "",
    source_system: str = "",
    valid_from: date | None = None,
    valid_to: date | None = None,
    reason: str = "",
) -> ActorName:
    """Add a further name, with the source that uses it and the period in which it was used."""
    with writing(team=actor.team_id, by=by, via=via, reason=reason):
        if kind == ActorName.Kind.CANONICAL:
            raise DomainError(_("Rename the actor to change its canonical name."), code="invalid", field="kind")
        entry: dict[str, Any] = {"text": text, "kind": kind, "lang": lang, "source_system": source_system}
        entry |= {"valid_from": valid_from, "valid_to": valid_to}
        made = _write_names(actor, [entry], by=by)[0]
        record(actor, verb="add name", by=by, via=via, reason=reason, detail={"kind": kind})
    return made


def remove_actor_name(*, name: ActorName, by: User, via: str, reason: str = "") -> None:
    """Take a name away; the canonical one can only be changed by renaming."""
    with writing(team=name.team_id, by=by, via=via, reason=reason):
        if name.kind == ActorName.Kind.CANONICAL:
            raise DomainError(_("An actor keeps its canonical name. Rename it instead."), code="canonical")
        record(name.actor, verb="remove name", by=by, via=via, reason=reason, detail={"kind": name.kind})
        name.delete()


def record_lineage(
    *,
    ancestor: Actor,
    heir: Actor,
    by: User,
    via: str,
    kind: str,
    date: date | None = None,
    date_prec: int = 1,
    document: SourceDocument | None = None,
    note: str = "",
    reason: str = "",
) -> ActorLineage:
    """Record that `heir` came out of `ancestor`."""
    with writing(team=ancestor.team_id, by=by, via=via, reason=reason):
        same_team(ancestor.team_id, heir=heir, document=document)
        entry = {"kind": kind, "date": date, "date_prec": date_prec, "note": note}
        values = checked(ActorLineage, entry, allowed=tuple(entry))
        if ancestor.pk == heir.pk:
            raise DomainError(_("An actor cannot come out of itself."), code="invalid", field="heir")
        step = ActorLineage.objects.create(
            team_id=ancestor.team_id, ancestor=ancestor, heir=heir, document=document, **values
        )
        record(heir, verb="record lineage", by=by, via=via, reason=reason, detail={"ancestor": ancestor.slug})
    return step


def _slug(team: Team, slug: str, name: str) -> str:
    taken = Actor.objects.filter(team=team).values_list("slug", flat=True)
    wanted = slug or free_slug(name, taken, length=100)
    return str(checked(Actor, {"slug": wanted}, allowed=("slug",))["slug"])


def _name_text(name: str) -> str:
    text = cleaned(name or "")
    if not norm(text):
        raise DomainError(_("A name needs letters or figures."), code="required", field="name")
    return str(text)


def _write_names(actor: Actor, names: Iterable[Mapping[str, Any]], *, by: User) -> list[ActorName]:
    """Add names; one that the actor has already from the same source is skipped."""
    actor = locked(actor)
    present = set(ActorName.objects.filter(actor=actor).values_list("norm", "source_system"))
    rows = []
    for entry in names:
        required(entry, "text", "kind")
        values = checked(ActorName, _with_period(entry), allowed=NAME_FIELDS)
        row = ActorName(team_id=actor.team_id, actor=actor, norm=norm(_name_text(values["text"])), **values)
        row.handling, row.contains_personal_data = actor.handling, actor.contains_personal_data
        if (row.norm, row.source_system) not in present:
            present.add((row.norm, row.source_system))
            rows.append(row)
    if not rows:
        raise DomainError(_("The actor has this name already."), code="taken", field="text")
    made = ActorName.objects.bulk_create(rows)
    if actor.handling == Handling.RESTRICTED:
        people = named(actor)
        for row in made:
            grant(row, allowed=people, by=by)
    return made


def _with_period(entry: Mapping[str, Any]) -> dict[str, Any]:
    """valid_from and valid_to, where given, as the one period that is kept."""
    start, end = (DateField().to_python(entry.get(name)) for name in ("valid_from", "valid_to"))
    kept = {name: value for name, value in entry.items() if name not in ("valid_from", "valid_to")}
    return {**kept, "period": period(start, end)} if start or end else kept


def _write_external_ids(actor: Actor, external_ids: Mapping[str, str]) -> None:
    ActorExternalId.objects.bulk_create(
        ActorExternalId(
            team_id=actor.team_id,
            actor=actor,
            **checked(ActorExternalId, {"system": system, "value": value}, allowed=("system", "value")),
        )
        for system, value in external_ids.items()
    )


def _write(actor: Actor, values: dict[str, Any], *, expected: int, by: User) -> None:
    actor.guarded_update(expected=expected, changes={**values, "updated_by": by, "updated_at": Now()})
    actor.refresh_from_db(fields=["updated_at"])
