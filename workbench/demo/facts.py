"""The demo's facts, entered through the same services as a person's, with the dates that the files state."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from accounts.models import Team, User
from workbench.demo.dates import AT, CUTOFF, SITUATION
from workbench.demo.files import day, english, maybe_day, rows, table
from world.models import Actor, AdminArea, Claim, Dataset, Event, EventType, Situation, SourceDocument
from world.services.actors import create_actor, record_lineage
from world.services.claims import create_claim
from world.services.datasets import ensure_dataset
from world.services.events import create_event, revise_event
from world.services.figures import load_monthly_figures
from world.services.reference import load_areas, load_event_types
from world.services.relations import create_relation, revise_relation
from world.services.series import create_observation, create_series
from world.services.situations import create_situation, link
from world.services.sources import add_citation, create_document, create_source

STATEMENT_REASON = "Entered from the demo's own collection."


@dataclass
class Shelf:
    """What has been made so far, by natural key."""

    team: Team
    by: User
    via: str
    situation: Situation = field(init=False)
    datasets: dict[str, Dataset] = field(default_factory=dict)
    types: dict[str, EventType] = field(default_factory=dict)
    areas: dict[str, AdminArea] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    documents: dict[str, SourceDocument] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)

    @property
    def who(self) -> dict[str, Any]:
        return {"team": self.team, "by": self.by, "via": self.via}

    @property
    def act(self) -> dict[str, Any]:
        return {"by": self.by, "via": self.via}


def seed_facts(team: Team, by: User, via: str) -> Shelf:
    """All facts of the demo situation. Call it once, inside a transaction."""
    shelf = Shelf(team, by, via)
    steps: list[Callable[[Shelf], None]] = [
        _reference, _situation, _actors, _sources, _events, _claims, _relations, _series, _figures,
    ]  # fmt: skip
    for step in steps:
        step(shelf)
    return shelf


def _reference(shelf: Shelf) -> None:
    outlines = {f["properties"]["key"]: f["geometry"] for f in rows("areas.geojson")["features"]}
    shelf.areas = load_areas(**shelf.who, areas=rows("areas.json"), outlines=outlines)
    shelf.types = load_event_types(**shelf.who, types=rows("event_types.json"))
    for row in rows("datasets.json"):
        columns = {name: value for name, value in row.items() if name != "code"}
        columns |= {name: english(row[name]) for name in ("name", "knowledge_rule", "licence", "attribution", "url")}
        columns |= {name: maybe_day(row[name]) for name in ("covers_from", "covers_until", "complete_until")}
        shelf.datasets[row["code"]] = ensure_dataset(**shelf.who, code=row["code"], **columns)


def _situation(shelf: Shelf) -> None:
    summary = (
        "The UN mission left Mali at the end of 2023. Where is the gap, how firm are the coalitions that could fill "
        "it, and what could take up the mantle?"
    )
    shelf.situation = create_situation(
        **shelf.who,
        name="Mali after MINUSMA",
        slug=SITUATION,
        summary=summary,
        default_at=AT,
        default_cutoff=CUTOFF,
        primary_dataset=shelf.datasets["ucdp-ged"],
    )
    link(situation=shelf.situation, rows=list(shelf.areas.values()), **shelf.act)


def _actors(shelf: Shelf) -> None:
    for row in rows("actors.json"):
        shelf.actors[row["slug"]] = create_actor(
            **shelf.who,
            kind=row["kind"],
            name=row["canonical_name"],
            slug=row["slug"],
            names=row["names"],
            external_ids=row["external_ids"],
            home_area=shelf.areas.get(row["home_area"]),
            description=english(row["description"]),
            status=row["status"],
            situation=shelf.situation,
        )
    # A lineage row cites its document, which comes later: see _sources.


def _sources(shelf: Shelf) -> None:
    files = rows("sources.json")
    publishers = {
        row["key"]: create_source(
            **shelf.who, publisher=row["name"], reliability=row["reliability"], note=english(row["reliability_reason"])
        )
        for row in files["publishers"]
    }
    for row in files["documents"]:
        shelf.documents[row["key"]] = create_document(
            **shelf.act,
            source=publishers[row["publisher"]],
            title=row["title"],
            url=row["url"] or "",
            published_on=maybe_day(row["published"]),
            language=row["language"] or "",
        )
    for row in rows("lineage.json"):
        record_lineage(
            ancestor=shelf.actors[row["from"]],
            heir=shelf.actors[row["to"]],
            kind=row["kind"],
            date=maybe_day(row["date"]),
            date_prec=row["date_prec"],
            document=shelf.documents[row["source"]],
            note=english(row["note"]),
            **shelf.act,
        )


def _events(shelf: Shelf) -> None:
    for row in rows("timeline.json"):
        states = [*row["past"], {}]
        event = create_event(
            **shelf.who,
            situation=shelf.situation,
            dataset=shelf.datasets[row["dataset"]],
            external_id=row["key"],
            known_from=day(states[0].get("known_from") or row["known_from"]),
            participants=_participants(shelf, row),
            **_event_state(shelf, row | states[0]),
        )
        for state in states[1:]:
            event = revise_event(
                event=event,
                reason=row["confirmation_note"] or STATEMENT_REASON,
                known_from=day(state.get("known_from") or row["known_from"]),
                expected=event.row_version,
                **_event_state(shelf, row | state),
                **shelf.act,
            )
        for source in row["sources"]:
            document = shelf.documents[source["document"]]
            locator, credibility = source["locator"] or "", row["credibility"]
            add_citation(fact=event, document=document, locator=locator, credibility=credibility, **shelf.act)
        shelf.events[row["key"]] = event


def _participants(shelf: Shelf, row: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "actor": shelf.actors.get(part["actor"] or ""),
            "raw_label": part["label"],
            "role": part["role"],
            "attribution": part["attribution"],
        }
        for part in row["participants"]
    ]


def _event_state(shelf: Shelf, row: dict[str, Any]) -> dict[str, Any]:
    plain = (
        "date_prec", "lat", "lon", "where_prec", "deaths_best", "deaths_low", "deaths_high", "deaths_civilians",
        "count_in_aggregates", "status",
    )  # fmt: skip
    return {
        **{name: row[name] for name in plain},
        "type": shelf.types[row["event_type"]],
        "title": english(row["title"]),
        "summary": english(row["summary"]),
        "date_start": day(row["date_start"]),
        "date_end": day(row["date_end"]),
        "place": row["place"] or "",
        "area": shelf.areas.get(row["area"] or ""),
        "attributes": {"confirmation": row["confirmation"], "confirmation_note": row["confirmation_note"] or ""},
    }


def _claims(shelf: Shelf) -> None:
    for row in rows("claims.json"):
        about = row["about"]
        target = {"event": shelf.events[about["event"]]} if "event" in about else {"about_situation": shelf.situation}
        shelf.claims[row["key"]] = create_claim(
            **shelf.who,
            **target,
            known_from=day(row["known_from"]),
            actors=[shelf.actors[slug] for slug in row["actors"]],
            key=row["key"],
            field=about["field"],
            kind=row["kind"],
            statement=english(row["statement"]),
            document=shelf.documents[row["source"]],
            reliability=row["reliability"],
            credibility=row["credibility"],
            asserted_on=maybe_day(row["asserted_on"]),
            asserted_prec=row["asserted_prec"],
            place=row["place"] or "",
            contrary=english(row["contrary"]),
            status=row["status"],
        )


def _relations(shelf: Shelf) -> None:
    for row in rows("relations.json"):
        states = [*row["past"], {}]
        relation = create_relation(
            **shelf.who,
            subject=shelf.actors[row["subject"]],
            object=shelf.actors.get(row["object"] or ""),
            type=row["type"],
            known_from=day(states[0].get("known_from") or row["known_from"]),
            **_relation_state(shelf, row | states[0]),
        )
        for state in states[1:]:
            relation = revise_relation(
                relation=relation,
                reason="It had ended, or its terms had changed.",
                known_from=day(state.get("known_from") or row["known_from"]),
                expected=relation.row_version,
                **_relation_state(shelf, row | state),
                **shelf.act,
            )
        for key in row["sources"]:
            document = shelf.documents[key]
            add_citation(fact=relation, document=document, credibility=row["credibility"], **shelf.act)


def _relation_state(shelf: Shelf, row: dict[str, Any]) -> dict[str, Any]:
    place = row["place"] or {}
    return {
        "valid_from": maybe_day(row["valid_from"]),
        "valid_to": maybe_day(row["valid_to"]),
        "start_prec": row["valid_from_prec"] or 1,
        "end_prec": row["valid_to_prec"] or 1,
        "announced_on": maybe_day(row["announced_date"]),
        "effective_on": maybe_day(row["effective_date"]),
        "summary": english(row["summary"]),
        "strength": row["strength"],
        "status": row["status"],
        "reliability": row["reliability"],
        "credibility": row["credibility"],
        "area": shelf.areas.get(place.get("area") or ""),
        "place": place.get("name") or "",
        "lat": place.get("lat"),
        "lon": place.get("lon"),
        "attributes": row["attributes"],
        "claim": shelf.claims.get(row["claim"] or ""),
    }


def _series(shelf: Shelf) -> None:
    for row in rows("series.json"):
        series = create_series(
            **shelf.who,
            code=row["code"],
            names=row["names"],
            unit=row["unit"],
            dataset=shelf.datasets[row["dataset"]],
            max_age_months=row["max_age_months"],
            situation=shelf.situation,
        )
        for value in row["observations"]:
            create_observation(
                series=series,
                known_from=day(value["known_from"]),
                period_start=day(value["period_start"]),
                period_end=day(value["period_end"]),
                area=shelf.areas[value["area"]],
                **{name: value[name] for name in ("value", "low", "high", "vintage")},
                **shelf.act,
            )


def _figures(shelf: Shelf) -> None:
    dataset = shelf.datasets["ucdp-ged"]
    load_monthly_figures(
        **shelf.act,
        situation=shelf.situation,
        dataset=dataset,
        cell_area=table("cell_area.csv"),
        cell_pair=table("cell_pair.csv"),
    )
