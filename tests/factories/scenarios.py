"""The smallest scenarios, and the facts below them that they need."""

import datetime as dt
from typing import Any

from accounts.models import Team, User
from core.ids import uuid7
from engine.scoring import default_seed, freeze_hash
from scenarios.models import Run, Scenario, Version
from scenarios.services import add_alternative, create_scenario, publish_version
from tests.factories.accounts import TeamFactory, member
from world.models import Actor, AdminArea, Dataset, Situation

AT = dt.date(2024, 1, 31)
CUTOFF = dt.date(2024, 2, 29)


def make_situation(team: Team, **fields: Any) -> Situation:
    defaults = {"slug": "mali", "name": "Mali", "default_at": AT, "default_cutoff": CUTOFF}
    return Situation.objects.create(team=team, **{**defaults, **fields})


def make_area(team: Team, pcode: str, parent: AdminArea | None = None, **fields: Any) -> AdminArea:
    defaults = {"names": {"en": pcode}, "level": 1 if parent else 0, "dataset_names": {"ucdp-ged": [pcode]}}
    return AdminArea.objects.create(team=team, pcode=pcode, parent=parent, **{**defaults, **fields})


def make_actor(team: Team, slug: str, kind: str = "rebel", ucdp: str = "", **fields: Any) -> Actor:
    actor = Actor.objects.create(team=team, slug=slug, kind=kind, name=slug, norm=slug, **fields)
    if ucdp:
        actor.external_ids.create(team=team, system="ucdp", value=ucdp)
    return actor


def make_dataset(team: Team, code: str = "ucdp-ged", **fields: Any) -> Dataset:
    defaults = {
        "name": code,
        "kind": "events",
        "release_calendar": "ucdp",
        "reconstructed": True,
        "covers_from": dt.date(1989, 1, 1),
        "covers_until": dt.date(2023, 12, 31),
    }
    return Dataset.objects.create(team=team, code=code, **{**defaults, **fields})


class Desk:
    """A team with its people and one situation."""

    def __init__(self, **fields: Any):
        self.team: Team = TeamFactory(**fields)
        self.lead: User = member(self.team, "lead")
        self.analyst: User = member(self.team, "analyst")
        self.reader: User = member(self.team, "viewer")
        self.situation = make_situation(self.team)

    def scenario(self, template: str = "peacekeeping-alternatives", **fields: Any) -> Scenario:
        asked = {"team": self.team, "situation": self.situation, "by": self.analyst, "template": template}
        return create_scenario(**{**asked, "via": "ui", **fields})

    def draft(self, template: str = "peacekeeping-alternatives", **fields: Any) -> Version:
        return self.scenario(template, **fields).versions.get()

    def areas(self, version: Version, *areas: AdminArea) -> None:
        for area in areas:
            add_alternative(
                version=version,
                by=self.analyst,
                key=area.pcode,
                name=area.names,
                area=area,
                expected=version.row_version,
                via="ui",
            )

    def coalition(self, version: Version, key: str, *members: Actor, **fields: Any) -> None:
        add_alternative(
            version=version,
            by=self.analyst,
            key=key,
            name={"en": key},
            members=members,
            expected=version.row_version,
            via="ui",
            **fields,
        )

    def publish(self, version: Version) -> Version:
        return publish_version(version=version, by=self.lead, reason="Ready.", expected=version.row_version, via="ui")


def small_input(alternatives: int = 2, leaves: int = 1) -> dict[str, Any]:
    """An input of the engine that needs no facts: judged values that rise with the alternative's number."""
    names = [f"a{number:03}" for number in range(alternatives)]
    keys = [f"i{number:03}" for number in range(leaves)]
    function = {"method": "goalposts", "lo": 0, "hi": alternatives + 1}
    return {
        "schema": "scenario-workbench/score-input/1",
        "template": "none",
        "at": "2024-01-31",
        "cutoff": "2024-02-29",
        "higher_is": "better",
        "headline": "root",
        "alternatives": [{"key": name, "reference": False} for name in names],
        "tree": {
            "key": "root",
            "aggregation": "arithmetic",
            "weight": 100,
            "children": [{"indicator": key, "weight": 1} for key in keys],
        },
        "indicators": [{"key": key, "unit": "count", "direction": 1, "value_function": function} for key in keys],
        "cells": [
            {
                "alternative": name,
                "indicator": key,
                "state": "value",
                "value": place + 1.0,
                "low": place + 0.5,
                "high": place + 2.0,
                "spread": {"kind": "judged"},
                "inherited": False,
            }
            for place, name in enumerate(names)
            for key in keys
        ],
        "claims": [],
        "uncertainty": {
            "weights": {"distribution": "dirichlet", "concentration": 50},
            "values": True,
            "claims": True,
        },
        "vetoes": [],
        "min_weight": 0.6,
        "geometric_floor": 1.0,
    }


def queued_run(version: Version, number: int, inputs: dict[str, Any] | None = None, **fields: Any) -> Run:
    """An unsaved queued run of an input that was frozen elsewhere."""
    inputs = small_input() if inputs is None else inputs
    digest = freeze_hash(inputs)
    defaults: dict[str, Any] = {
        "id": uuid7(),
        "team_id": version.team_id,
        "version": version,
        "queue": "runs",
        "number": number,
        "at": AT,
        "cutoff": CUTOFF,
        "inputs": inputs,
        "inputs_sha256": digest,
        "seed": default_seed(digest),
        "draws": 300,
        "of_draft": True,
    }
    return Run(**{**defaults, **fields})
