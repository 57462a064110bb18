"""Signing in to the pages about facts, and the facts that they show."""

import re
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from tests.factories.accounts import TeamFactory, member
from tests.factories.world import World
from world import models

LISTS = ("actors", "relations", "events", "sources", "imports")
PART = {"actors", "relations", "events", "sources"}
HTMX = {"headers": {"HX-Request": "true"}}


def url(world: World, name: str, *args: Any) -> str:
    """The address of a page in the situation of this world."""
    return reverse(f"world:{name}", args=[world.team.slug, world.situation.slug, *args])


def signed_in(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


def stranger() -> User:
    """Somebody with every right, in another team."""
    return member(TeamFactory(), "admin")


def text(answer: Any) -> str:
    """The page with each run of white space as one blank."""
    body = answer.getvalue() if answer.streaming else answer.content
    return re.sub(r"\s+", " ", body.decode())


def add_event(world: World, **fields: Any) -> models.Event:
    """An event that the situation selects."""
    event = world.make(models.Event, **fields)
    world.make(models.SituationEvent, event=event)
    return event


def add_actor(world: World, **fields: Any) -> models.Actor:
    """An actor that the situation selects, with its canonical name."""
    actor = world.make(models.Actor, **fields)
    world.make(models.ActorName, actor=actor, text=actor.name, norm=actor.norm, kind="canonical")
    world.make(models.SituationActor, actor=actor)
    return actor


def cite(world: World, **fact: Any) -> models.Citation:
    """A citation of a document of its own."""
    return world.make(models.Citation, actor=None, document=world.make(models.SourceDocument), **fact)


def fill(world: World, number: int) -> None:
    """So many rows for each list, each with all that its row shows."""
    for _ in range(number):
        actor = add_actor(world)
        world.make(models.ActorName, actor=actor)
        event = add_event(world)
        world.make(models.EventParticipant, event=event, actor=actor)
        cite(world, event=event)
        world.make(models.Claim, about_situation=None, event=event, status="disputed")
        world.make(models.Relation, subject=actor, object=add_actor(world), area=world.area)
        world.make(models.SourceDocument, source=world.make(models.Source))
        world.make(models.ImportBatch, situation=world.situation, created_by=world.analyst)


def queries(client: Client, address: str) -> int:
    """How many questions a page asks the database."""
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)
