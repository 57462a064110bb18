"""The demo's four people. Their passwords are made for one installation and kept in its data folder."""

import json
import os
import secrets
from pathlib import Path

from django.conf import settings

from accounts.models import Team, User
from accounts.services import create_team, create_user, set_password, set_role
from workbench.demo.dates import TEAM

PEOPLE = {"lead": "Lead", "analyst": "Analyst", "reviewer": "Reviewer", "viewer": "Reader"}
ADDRESSES = {role: f"{name.lower()}@demo.test" for role, name in PEOPLE.items()}


def ensure_people(via: str) -> tuple[Team, dict[str, User]]:
    """The demo team and its people, made where they are missing."""
    team = Team.objects.filter(slug=TEAM).first() or create_team(slug=TEAM, name="Sahel desk", by=None, via=via)
    known = logins()
    people = {}
    for role, address in ADDRESSES.items():
        password = known.get(address) or secrets.token_urlsafe(12)
        user = User.objects.filter(email=address).first()
        if user is None:
            user = create_user(email=address, name=PEOPLE[role], password=password, is_demo=True)
            set_role(team=team, user=user, role=role, by=None, via=via)
        elif address not in known:
            set_password(user=user, password=password)
        people[role], known[address] = user, password
    _keep(known)
    return team, people


def logins() -> dict[str, str]:
    """Passwords by e-mail address; empty before the first start."""
    path = _path()
    return json.loads(path.read_text()) if path.exists() else {}


def _path() -> Path:
    return Path(settings.WORKBENCH_HOME) / "demo_logins.json"


def _keep(known: dict[str, str]) -> None:
    with os.fdopen(os.open(_path(), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        json.dump(known, file, indent=1)
