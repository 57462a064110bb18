"""Every endpoint of a team as the resolver knows it, who may use it, and a body that works."""

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from accounts.permissions import Permission as P
from tests.api.office import Office
from world.models import Actor

TEAM = "api/v1/teams/<slug:team>/"

# Who may use what. An endpoint that is not here fails test_access.
RULES: dict[str, dict[str, P]] = {
    "situations/": {"get": P.READ, "post": P.WRITE_FACTS},
    "situations/<slug:slug>/": {"get": P.READ},
    "actors/": {"get": P.READ, "post": P.WRITE_FACTS},
    "actors/<uuid:key>/": {"get": P.READ, "patch": P.WRITE_FACTS},
    "relations/": {"get": P.READ, "post": P.WRITE_FACTS},
    "relations/<uuid:key>/": {"get": P.READ, "patch": P.WRITE_FACTS},
    "relations/<uuid:key>/retract/": {"post": P.WRITE_FACTS},
    "events/": {"get": P.READ, "post": P.WRITE_FACTS},
    "events/<uuid:key>/": {"get": P.READ, "patch": P.WRITE_FACTS},
    "events/<uuid:key>/retract/": {"post": P.WRITE_FACTS},
    "sources/": {"get": P.READ, "post": P.WRITE_FACTS},
    "sources/<uuid:key>/": {"get": P.READ, "patch": P.WRITE_FACTS},
    "sources/<uuid:key>/documents/": {"get": P.READ, "post": P.WRITE_FACTS},
    "series/": {"get": P.READ, "post": P.WRITE_FACTS},
    "series/<slug:code>/observations/": {"get": P.READ, "post": P.WRITE_FACTS},
    "observations/": {"get": P.READ},
    "scenarios/": {"get": P.READ, "post": P.WRITE_SCENARIOS},
    "scenarios/<slug:slug>/": {"get": P.READ},
    "scenarios/<slug:slug>/versions/": {"get": P.READ, "post": P.WRITE_SCENARIOS},
    "scenarios/<slug:slug>/versions/<int:number>/": {"get": P.READ},
    "scenarios/<slug:slug>/versions/<int:number>/weights/": {"put": P.WRITE_SCENARIOS},
    "scenarios/<slug:slug>/versions/<int:number>/publish/": {"post": P.PUBLISH},
    "scenarios/<slug:slug>/judgements/": {"get": P.READ, "post": P.JUDGE},
    "runs/": {"get": P.READ, "post": P.START_RUNS},
    "runs/<uuid:key>/": {"get": P.READ},
    "runs/<uuid:key>/cancel/": {"post": P.START_RUNS},
    "runs/<uuid:key>/retry/": {"post": P.START_RUNS},
    "briefs/": {"get": P.READ, "post": P.REQUEST_BRIEFS},
    "briefs/<uuid:key>/": {"get": P.READ},
    "briefs/<uuid:key>/approve/": {"post": P.APPROVE_BRIEFS},
    "briefs/<uuid:key>/publish/": {"post": P.APPROVE_BRIEFS},
    "briefs/<uuid:key>/pdf/": {"get": P.READ},
}
WRITES = [(route, method) for route, rules in RULES.items() for method in rules if method != "get"]
READS = [route for route, rules in RULES.items() if "get" in rules]


def endpoints() -> list[str]:
    """Every route below a team, walked from the resolver."""
    return [route.removeprefix(TEAM) for route, _view in _walk() if route.startswith(TEAM)]


def _walk(patterns: Any = None, prefix: str = "") -> Any:
    for entry in patterns if patterns is not None else get_resolver().url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _walk(entry.url_patterns, route)
        elif isinstance(entry, URLPattern):
            yield route, entry.callback


def api_routes() -> dict[str, Any]:
    """Every route below /api/ with its view."""
    return {route: view for route, view in _walk() if route.lstrip("^").startswith("api/")}


CHANGE = {"row_version": 1, "reason": "Because."}
DAYS = {"about": "2024-01-31", "made_on": "2024-02-29"}


def _event(office: Office) -> dict[str, Any]:
    return {
        "type": office.kind.code, "title": "A clash", "date_start": "2023-12-05", "date_end": "2023-12-06",
        "area": office.area.pcode, "lat": 18.4, "lon": 1.4, "deaths_best": 3, "deaths_low": 2, "deaths_high": 5,
        "participants": [{"actor": office.actor.slug, "role": "side_a"}, {"raw_label": "Villagers", "role": "side_b"}],
        "situation": office.situation.slug, "known_from": "2024-01-10",
    }  # fmt: skip


def _relation(office: Office) -> dict[str, Any]:
    ends = {"subject": office.actor.slug, "object": office.foe.slug, "type": "pledges"}
    return {**ends, "valid_from": "2023-01-01", "valid_to": "2024-01-01", "strength": 40, "area": office.area.pcode}


def _observation(office: Office) -> dict[str, Any]:
    return {
        "period_start": "2023-01-01", "period_end": "2024-01-01", "area": office.area.pcode, "value": 2.5, "low": 1.5,
        "high": 3.5, "vintage": "2024-01", "known_from": "2024-01-10",
    }  # fmt: skip


def _actor(office: Office) -> dict[str, Any]:
    names = [{"text": "The Group", "kind": "alias", "lang": "en"}]
    return {
        "name": "A new group", "kind": Actor.Kind.REBEL.value, "slug": "a-new-group", "description": "Armed.",
        "home_area": office.area.pcode, "names": names, "external_ids": {"ucdp": "77"},
        "situation": office.situation.slug,
    }  # fmt: skip


def _judgement(office: Office) -> dict[str, Any]:
    indicator = office.draft.indicators.filter(active=True).order_by("order").first()
    band = {"low": 1, "mode": 2, "high": 3}
    documents = [str(office.document.pk)]
    return {
        "alternative": "O1",
        "indicator": indicator.key,
        **band,
        "reason": "Said so.",
        **DAYS,
        "documents": documents,
    }


def _weights(office: Office) -> dict[str, Any]:
    indicator = office.draft.indicators.filter(active=True).order_by("order").first()
    return {"weights": {indicator.key: 7}, **CHANGE, "row_version": office.draft.row_version}


def _brief(office: Office) -> dict[str, Any]:
    run = office.brief.runs.get().run
    return {"situation": office.situation.slug, "title": "Another brief", "runs": [str(run.pk)]}


BODIES: dict[tuple[str, str], Callable[[Office], Any]] = {
    ("situations/", "post"): lambda office: {"name": "Congo", "summary": "MONUSCO.", "default_at": "2024-01-31"},
    ("actors/", "post"): _actor,
    ("actors/<uuid:key>/", "patch"): lambda office: {**CHANGE, "description": "More.", "home_area": office.area.pcode},
    ("relations/", "post"): _relation,
    ("relations/<uuid:key>/", "patch"): lambda office: {**CHANGE, "verb": "correct", "strength": 5, "place": "Kidal"},
    ("relations/<uuid:key>/retract/", "post"): lambda office: CHANGE,
    ("events/", "post"): _event,
    ("events/<uuid:key>/", "patch"): lambda office: {**CHANGE, "verb": "correct", "title": "Ambush", "deaths_best": 4},
    ("events/<uuid:key>/retract/", "post"): lambda office: CHANGE,
    ("sources/", "post"): lambda office: {"publisher": "A new paper", "reliability": "B", "note": "Local."},
    ("sources/<uuid:key>/", "patch"): lambda office: {**CHANGE, "reliability": "C", "note": "Less so."},
    ("sources/<uuid:key>/documents/", "post"): lambda office: {
        "title": "A report", "url": "https://example.org/a", "published_on": "2024-01-02", "language": "fr",
    },
    ("series/", "post"): lambda office: {
        "code": "gdp", "names": {"en": "GDP"}, "unit": "count", "dataset": office.dataset.code, "max_age_months": 12,
    },
    ("series/<slug:code>/observations/", "post"): _observation,
    ("scenarios/", "post"): lambda office: {
        "situation": office.situation.slug, "template": "security-vacuum", "slug": "second", "core_only": True,
    },
    ("scenarios/<slug:slug>/versions/", "post"): lambda office: {},
    ("scenarios/<slug:slug>/versions/<int:number>/weights/", "put"): _weights,
    ("scenarios/<slug:slug>/versions/<int:number>/publish/", "post"): lambda office: {
        **CHANGE, "row_version": office.draft.row_version,
    },
    ("scenarios/<slug:slug>/judgements/", "post"): _judgement,
    ("runs/", "post"): lambda office: {
        "scenario": office.scenario.slug, "version": office.draft.number, "as_of": "2024-01-31", "draws": 50, "seed": 7,
    },
    ("runs/<uuid:key>/cancel/", "post"): lambda office: {},
    ("runs/<uuid:key>/retry/", "post"): lambda office: {},
    ("briefs/", "post"): _brief,
    ("briefs/<uuid:key>/approve/", "post"): lambda office: {"row_version": 1},
    ("briefs/<uuid:key>/publish/", "post"): lambda office: {"row_version": 1},
}  # fmt: skip
