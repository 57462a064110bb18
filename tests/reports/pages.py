"""Signing in to the pages about situations and briefs."""

import re
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from tests.factories.accounts import TeamFactory, member
from tests.factories.scenarios import Desk

HTMX = {"headers": {"HX-Request": "true"}}


def url(desk: Desk, name: str, *args: Any) -> str:
    """The address of a page in the situation of this desk."""
    return reverse(f"reports:{name}", args=[desk.team.slug, desk.situation.slug, *args])


def stranger() -> User:
    """Somebody with every right, in another team."""
    return member(TeamFactory(), "admin")


def text(answer: Any) -> str:
    """The page with each run of white space as one blank."""
    return re.sub(r"\s+", " ", answer.content.decode())


def opened(client: Client, user: User, address: str) -> str:
    client.force_login(user)
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return text(answer)


def queries(client: Client, address: str) -> int:
    """How many queries the page takes."""
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)
