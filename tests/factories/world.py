"""A team with the smallest facts of each kind, made straight as rows; services are what tests call themselves."""

import datetime as dt
from functools import cached_property
from itertools import count
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.models import Team, User
from tests.factories.accounts import TeamFactory, member
from world import models

KNOWN = dt.date(2024, 1, 10)
_number = count(1)


class World:
    """One team and what it owns. `make(Model, **fields)` makes a further valid row of any kind."""

    def __init__(self, team: Team | None = None):
        self.team: Team = team or TeamFactory()

    @cached_property
    def analyst(self) -> User:
        return member(self.team, "analyst")

    @cached_property
    def reader(self) -> User:
        return member(self.team, "viewer")

    @property
    def act(self) -> dict[str, Any]:
        """Who acts, and through what."""
        return {"by": self.analyst, "via": "ui"}

    @cached_property
    def dataset(self) -> models.Dataset:
        return self.make(models.Dataset)

    @cached_property
    def batch(self) -> models.ImportBatch:
        return self.make(models.ImportBatch)

    @cached_property
    def situation(self) -> models.Situation:
        return self.make(models.Situation)

    @cached_property
    def country(self) -> models.AdminArea:
        return self.make(models.AdminArea, pcode="ML", names={"en": "Mali"})

    @cached_property
    def area(self) -> models.AdminArea:
        return self.make(models.AdminArea, pcode="ML08", names={"en": "Kidal"}, level=1, parent=self.country)

    @cached_property
    def kind(self) -> models.EventType:
        return self.make(models.EventType, code="VIOL.CLASH")

    @cached_property
    def actor(self) -> models.Actor:
        return self.make(models.Actor)

    @cached_property
    def foe(self) -> models.Actor:
        return self.make(models.Actor, kind="state")

    @cached_property
    def name(self) -> models.ActorName:
        return self.make(models.ActorName)

    @cached_property
    def source(self) -> models.Source:
        return self.make(models.Source)

    @cached_property
    def document(self) -> models.SourceDocument:
        return self.make(models.SourceDocument)

    @cached_property
    def citation(self) -> models.Citation:
        return self.make(models.Citation)

    @cached_property
    def event(self) -> models.Event:
        return self.make(models.Event)

    @cached_property
    def relation(self) -> models.Relation:
        return self.make(models.Relation)

    @cached_property
    def claim(self) -> models.Claim:
        return self.make(models.Claim)

    @cached_property
    def series(self) -> models.Series:
        return self.make(models.Series)

    @cached_property
    def observation(self) -> models.Observation:
        return self.make(models.Observation)

    @cached_property
    def record(self) -> models.SourceRecord:
        return self.make(models.SourceRecord)

    def make(self, model: type[Any], **fields: Any) -> Any:
        """A valid row of the model with these fields."""
        values = {**self.defaults(model), **fields}
        return model.objects.create(team=self.team, **values)

    def defaults(self, model: type[Any]) -> dict[str, Any]:
        """The least that a row of the model needs."""
        number = next(_number)
        made = getattr(self, f"_{model.__name__.lower()}", None)
        return made(number) if made else {}

    def _dataset(self, number: int) -> dict[str, Any]:
        return {"code": f"data-{number}", "name": f"Data {number}", "kind": "events"}

    def _importbatch(self, number: int) -> dict[str, Any]:
        return {"dataset": self.dataset, "profile": "ucdp-ged", "queue": "imports"}

    def _importissue(self, number: int) -> dict[str, Any]:
        return {"batch": self.batch, "row": number, "code": "bad", "message": "Bad.", "severity": "error"}

    def _sourcerecord(self, number: int) -> dict[str, Any]:
        batches = {"first_batch": self.batch, "last_batch": self.batch}
        return {"dataset": self.dataset, "external_id": str(number), "payload": {}, "payload_hash": "0", **batches}

    def _sourcerecordrevision(self, number: int) -> dict[str, Any]:
        batches = {"batch": self.batch, "replaced_by": self.batch}
        return {"record": self.record, "payload": {}, "payload_hash": "0", **batches}

    def _eventsourcelink(self, number: int) -> dict[str, Any]:
        return {"record": self.record, "event": self.event}

    def _situation(self, number: int) -> dict[str, Any]:
        return {"slug": f"situation-{number}", "name": f"Situation {number}"}

    def _situationactor(self, number: int) -> dict[str, Any]:
        return {"situation": self.situation, "actor": self.actor}

    def _situationevent(self, number: int) -> dict[str, Any]:
        return {"situation": self.situation, "event": self.event}

    def _situationarea(self, number: int) -> dict[str, Any]:
        return {"situation": self.situation, "area": self.area}

    def _situationseries(self, number: int) -> dict[str, Any]:
        return {"situation": self.situation, "series": self.series}

    def _adminarea(self, number: int) -> dict[str, Any]:
        return {"pcode": f"XX{number}", "names": {"en": f"Area {number}"}, "level": 0}

    def _eventtype(self, number: int) -> dict[str, Any]:
        return {"code": f"VIOL.T{number}", "domain": "violence", "labels": {"en": f"Type {number}"}}

    def _actor(self, number: int) -> dict[str, Any]:
        return {"slug": f"actor-{number}", "kind": "rebel", "name": f"Actor {number}", "norm": f"actor {number}"}

    def _actorname(self, number: int) -> dict[str, Any]:
        return {"actor": self.actor, "text": f"Name {number}", "norm": f"name {number}", "kind": "alias"}

    def _actorexternalid(self, number: int) -> dict[str, Any]:
        return {"actor": self.actor, "system": "ucdp", "value": str(number)}

    def _actorlineage(self, number: int) -> dict[str, Any]:
        return {"ancestor": self.actor, "heir": self.foe, "kind": "renamed"}

    def _source(self, number: int) -> dict[str, Any]:
        return {"publisher": f"Publisher {number}", "norm": f"publisher {number}"}

    def _sourcedocument(self, number: int) -> dict[str, Any]:
        return {"source": self.source, "title": f"Document {number}"}

    def _citation(self, number: int) -> dict[str, Any]:
        return {"document": self.document, "actor": self.actor, "locator": f"p. {number}"}

    def _handlinggrant(self, number: int) -> dict[str, Any]:
        return {"person": self.analyst, "event": self.event}

    def _relation(self, number: int) -> dict[str, Any]:
        ends = {"subject": self.actor, "object": self.foe, "type": "supports", "directed": True}
        years = DateRange(dt.date(1000 + number, 1, 1), dt.date(1000 + number, 6, 1))
        return {**ends, "key": f"relation-{number}", "validity": years, "known_from": KNOWN}

    def _claim(self, number: int) -> dict[str, Any]:
        about = {"about_situation": self.situation, "statement": "It is so."}
        return {"key": f"claim-{number}", "known_from": KNOWN, **about}

    def _claimactor(self, number: int) -> dict[str, Any]:
        return {"claim": self.claim, "actor": self.actor}

    def _event(self, number: int) -> dict[str, Any]:
        days = {"date_start": dt.date(2023, 12, 5), "date_end": dt.date(2023, 12, 5)}
        which = {"dataset": self.dataset, "external_id": str(number), "type": self.kind, "area": self.area}
        return {**which, **days, "known_from": KNOWN}

    def _eventparticipant(self, number: int) -> dict[str, Any]:
        return {"event": self.event, "raw_label": f"Group {number}", "role": "side_a", "side": "a"}

    def _series(self, number: int) -> dict[str, Any]:
        return {"code": f"series-{number}", "names": {"en": "S"}, "unit": "count", "dataset": self.dataset}

    def _observation(self, number: int) -> dict[str, Any]:
        year = DateRange(dt.date(1000 + number, 1, 1), dt.date(1001 + number, 1, 1))
        return {"series": self.series, "area": self.area, "period": year, "value": 1.0, "known_from": KNOWN}

    def _eventpast(self, number: int) -> dict[str, Any]:
        state = {"type": self.kind, "date_start": dt.date(2023, 12, 5), "date_end": dt.date(2023, 12, 5)}
        return {"event": self.event, **state, **_past(number)}

    def _relationpast(self, number: int) -> dict[str, Any]:
        return {"relation": self.relation, "validity": DateRange(dt.date(2020, 1, 1), None), **_past(number)}

    def _claimpast(self, number: int) -> dict[str, Any]:
        return {"claim": self.claim, "statement": "It was so.", **_past(number)}

    def _observationpast(self, number: int) -> dict[str, Any]:
        return {"observation": self.observation, "value": 1.0, **_past(number)}

    def _cellarea(self, number: int) -> dict[str, Any]:
        key = {"area": self.area, "grid_cell": number, "event_type": self.kind, "civilian_harm": False}
        return {**self._cell(), **key, "n_deadly": 1.0}

    def _cellpair(self, number: int) -> dict[str, Any]:
        ends = dict(zip(("actor", "other_actor"), sorted((self.actor, self.foe), key=lambda a: a.pk), strict=True))
        return {**self._cell(), "area": self.area, "same_side": False, **ends}

    def _cell(self) -> dict[str, Any]:
        months = {"month": dt.date(2023, 12, 1), "known_month": dt.date(2024, 1, 1)}
        sums = {name: 1.0 for name in ("n", "best", "low", "high", "deaths_civilians")}
        return {"dataset": self.dataset, "batch": self.batch, **months, **sums}


def _past(number: int) -> dict[str, Any]:
    day = dt.date(1000, 1, 1) + dt.timedelta(days=2 * number)
    return {"known_from": day, "known_to": day + dt.timedelta(days=1)}
