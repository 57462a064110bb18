"""The three demo scenarios: alternatives, judgements and a published version."""

from collections.abc import Mapping
from typing import Any

from accounts.models import User
from scenarios.models import Scenario, Version
from scenarios.services import add_alternative, add_judgement, create_scenario, publish_version, set_alternatives_active
from workbench.demo.dates import PUBLISHED, SCENARIOS
from workbench.demo.facts import Shelf
from workbench.demo.files import day, english, maybe_day, rows


def seed_scenarios(shelf: Shelf, people: Mapping[str, User]) -> list[Scenario]:
    """Copy the templates, name what is compared, judge, publish. Call it once, inside a transaction."""
    made = []
    for key in SCENARIOS:
        scenario = create_scenario(
            team=shelf.team,
            situation=shelf.situation,
            by=people["analyst"],
            template=key,
            slug=key,
            via=shelf.via,
        )
        version = scenario.versions.get()
        _alternatives(shelf, version, people["analyst"], rows("alternatives.json")[key])
        version.refresh_from_db()
        publish_version(
            version=version,
            by=people["lead"],
            reason="First version, on the template's own weights.",
            expected=version.row_version,
            published_at=PUBLISHED,
            via=shelf.via,
        )
        made.append(scenario)
    _judgements(shelf, {scenario.slug: scenario for scenario in made}, people)
    return made


def _alternatives(shelf: Shelf, version: Version, by: User, given: list[dict[str, Any]]) -> None:
    wanted = {row["key"] for row in given}
    present = set(version.alternatives.values_list("key", flat=True))
    if present:
        set_alternatives_active(
            version=version,
            by=by,
            active={key: key in wanted for key in present},
            expected=version.row_version,
            reason="The demo compares these.",
            via=shelf.via,
        )
    for row in given:
        if row["key"] in present:
            continue
        version.refresh_from_db()
        area = shelf.areas[row["area"]] if "area" in row else None
        add_alternative(
            version=version,
            by=by,
            key=row["key"],
            name=area.names if area else row["name"],
            summary=row.get("note") or {},
            area=area,
            members=[shelf.actors[slug] for slug in row.get("members", [])],
            claim=row.get("claim") or "",
            expected=version.row_version,
            via=shelf.via,
        )


def _judgements(shelf: Shelf, scenarios: Mapping[str, Scenario], people: Mapping[str, User]) -> None:
    for row in rows("judgements.json"):
        add_judgement(
            scenario=scenarios[row["scenario"]],
            by=people[row["by"]],
            alternative=row["alternative"],
            indicator=row["indicator"],
            reason=english(row["reason"]),
            about=day(row["about"]),
            made_on=day(row["made_on"]),
            review_by=maybe_day(row["review_by"]),
            documents=[shelf.documents[key] for key in row["sources"]],
            via=shelf.via,
            **{name: row[name] for name in ("low", "mode", "high")},
        )
