"""A team with all five roles and one row of each noun, and a caller who holds a token."""

import datetime as dt
import hashlib
import json
import re
from functools import cached_property
from typing import Any

from django.test import Client
from django.utils import timezone

from accounts.models import Team, User
from accounts.services import create_token
from core.jobs import Job
from core.models import Blob
from reports.models import Brief, BriefBuild, BriefRun
from scenarios.models import Run, RunResult, Scenario, Version
from scenarios.services import add_judgement
from tests.api.document import conforms
from tests.factories.accounts import TeamFactory, member
from tests.factories.scenarios import AT, CUTOFF, Desk, queued_run
from tests.factories.world import World
from world import models

ROLES = ("viewer", "analyst", "reviewer", "lead", "admin")
PDF = b"%PDF-1.7 not really"
LATER = dt.timedelta(days=30)


# What the engine says of a model without alternatives: enough for a brief to be asked for.
EMPTY_RESULT = {
    "engine_version": "1.0.0", "headline": "root", "alternatives": [], "left_out": [], "claims": [], "warnings": [],
}  # fmt: skip


class Office(World):
    """One team: its people by role, facts, a scenario with a draft, a queued run and a finished brief."""

    def __init__(self, **team: Any):
        self.desk = Desk(**team)
        super().__init__(self.desk.team)
        self.situation = self.desk.situation
        known = {"viewer": self.desk.reader, "analyst": self.desk.analyst, "lead": self.desk.lead}
        self.analyst = self.desk.analyst
        self.people: dict[str, User] = {role: known.get(role) or member(self.team, role) for role in ROLES}

    @cached_property
    def scenario(self) -> Scenario:
        return self.desk.scenario()

    @cached_property
    def draft(self) -> Version:
        return self.scenario.versions.get(state="draft")

    @cached_property
    def run(self) -> Run:
        run = queued_run(self.draft, 1)
        run.save()
        return run

    @cached_property
    def brief(self) -> Brief:
        """A draft brief on a finished run, with a PDF that no typesetter made."""
        day = timezone.now()
        done = queued_run(self.draft, 2, state=Job.State.DONE, finished_at=day)
        done.save()
        RunResult.objects.create(team=self.team, run=done, result=EMPTY_RESULT, result_sha256="0" * 64)
        brief = Brief.objects.create(
            team=self.team, situation=self.situation, number="SB-2024-01", title="A brief", dated=day
        )
        BriefRun.objects.create(team=self.team, brief=brief, run=done, order=0)
        blob = Blob.objects.create(
            team_id=self.team.pk, sha256=hashlib.sha256(PDF).hexdigest(), media_type="application/pdf", data=PDF
        )
        BriefBuild.objects.create(
            team=self.team, queue="reports", brief=brief, context={}, context_sha256="0" * 64, dated=day, blob=blob,
            state=Job.State.DONE, finished_at=day,
        )  # fmt: skip
        return brief

    def judge(self) -> None:
        """Judgements on everything that the core profile of the options scores."""
        for place, alternative in enumerate(("O0", "O1", "O3", "O5", "O7", "O10")):
            for indicator in self.draft.indicators.filter(active=True):
                low, high = (1, 3) if indicator.unit == "scale_0_4" else (30 + place, 60 + place)
                add_judgement(
                    scenario=self.scenario, by=self.analyst, alternative=alternative, indicator=indicator.key,
                    low=low, mode=(low + high) / 2, high=high, reason="x", about=AT, made_on=CUTOFF, via="ui",
                )  # fmt: skip

    def caller(self, role: str = "analyst", scope: str = "write") -> "Caller":
        return Caller(self.team, self.people[role], scope)

    def hand(self) -> models.Dataset:
        return models.Dataset.objects.filter(team=self.team, code="hand").first() or self.make(
            models.Dataset, code="hand", kind="hand"
        )


class Caller:
    """A program with a token. Every answer is held against the published schema."""

    def __init__(self, team: Team, user: User, scope: str = "write"):
        self.team = team
        expires = timezone.now() + LATER
        self.token, self.secret = create_token(
            team=team, user=user, name="test", scope=scope, expires_at=expires, via="ui"
        )
        self.client = Client()

    def __call__(self, method: str, path: str, body: Any = None, *, expect: int = 200, **headers: str) -> Any:
        """The parsed answer, once its status is `expect` and its shape is the documented one."""
        answer = self.send(method, path, body, **headers)
        assert answer.status_code == expect, (method, path, answer.status_code, answer.content[:2000])
        return json.loads(answer.content) if answer.content else None

    def send(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        """The answer, whatever its status; its shape is checked."""
        content = {} if body is None else {"data": json.dumps(body), "content_type": "application/json"}
        address = path if path.startswith("/api/") else f"/api/v1/teams/{self.team.slug}/{path}"
        answer = self.client.generic(
            method.upper(), address, **content, headers={"Authorization": f"Bearer {self.secret}", **headers}
        )
        conforms(method, address, answer)
        return answer

    def get(self, path: str, **expected: Any) -> Any:
        return self("get", path, **expected)

    def post(self, path: str, body: Any = None, **expected: Any) -> Any:
        return self("post", path, body, **{"expect": 201, **expected})

    def patch(self, path: str, body: Any = None, **expected: Any) -> Any:
        return self("patch", path, body, **expected)

    def put(self, path: str, body: Any = None, **expected: Any) -> Any:
        return self("put", path, body, **expected)

    def every(self, path: str) -> list[Any]:
        """All rows of a list, page after page."""
        rows, query = [], "?limit=3"
        while query:
            page = self.get(path + query)
            rows += page["results"]
            query = page["next"]
        return rows


def stranger() -> Caller:
    """Somebody with every right, in another team."""
    team = TeamFactory()
    return Caller(team, member(team, "admin"))


def filled(route: str, office: Office) -> str:
    """The address of an endpoint with the keys of rows that this office has."""
    address = route.replace("<slug:team>", office.team.slug)
    noun = address.split("/")[4] if address.count("/") > 4 else ""
    keys = {
        "<uuid:key>": lambda: str(getattr(office, ROWS[noun]).pk),
        "<slug:slug>": lambda: office.situation.slug if noun == "situations" else office.scenario.slug,
        "<slug:code>": lambda: office.series.code,
        "<int:number>": lambda: str(office.draft.number),
    }
    for hole, key in keys.items():
        if hole in address:
            address = address.replace(hole, key())
    assert not re.search("[<>]", address), address
    return f"/{address}"


ROWS = {
    "actors": "actor",
    "relations": "relation",
    "events": "event",
    "sources": "source",
    "runs": "run",
    "briefs": "brief",
}
