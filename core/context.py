"""What the shell around every page shows: theme, team, situation, the rail's entries, the member's rights."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise, SimpleLazyObject, cached_property
from django.utils.translation import gettext_lazy as _

THEMES = ("light", "dark")

# Rooms above say how these are looked up: core lies below them all.
_list_situations: list[Callable[[HttpRequest], Iterable[Any]]] = []
_list_rights: list[Callable[[Any], Iterable[str]]] = []


def register_situations(find: Callable[[HttpRequest], Iterable[Any]]) -> None:
    """Called once by `world`: the situations (with slug and name) of the request's team that its user may see."""
    _list_situations[:] = [find]


def register_rights(find: Callable[[Any], Iterable[str]]) -> None:
    """Called once by `accounts`: the permissions that a membership carries."""
    _list_rights[:] = [find]


@dataclass(frozen=True)
class Link:
    """An entry of the rail before it has an address. `scope` says which slugs its URL takes."""

    route: str
    label: Promise
    icon: str
    scope: str = "situation"
    key: str = ""
    permission: str = ""
    on_phone: bool = False


@dataclass(frozen=True)
class Entry:
    link: Link
    url: str
    current: bool = False


@dataclass(frozen=True)
class Group:
    label: Promise | str
    entries: Sequence[Entry]


RAIL: tuple[tuple[Promise | str, tuple[Link, ...]], ...] = (
    ("", (Link("reports:home", _("Team home"), "house", scope="team", key="h"),)),
    (
        _("Situation"),
        (
            Link("reports:overview", _("Overview"), "map", key="s", on_phone=True),
            Link("world:actors", _("Actors"), "users", key="a"),
            Link("world:relations", _("Relations"), "waypoints"),
            Link("world:events", _("Events"), "calendar-days", key="e"),
            Link("world:sources", _("Sources"), "library"),
            Link("world:imports", _("Imports"), "file-up", permission="import_facts"),
        ),
    ),
    (
        _("Assess"),
        (
            Link("scenarios:list", _("Scenarios"), "list-tree", on_phone=True),
            Link("scenarios:runs", _("Runs"), "chart-column", key="r", on_phone=True),
        ),
    ),
    (_("Deliver"), (Link("reports:briefs", _("Briefs"), "file-text", key="b", on_phone=True),)),
    (
        _("Manage"),
        (
            Link("accounts:team", _("Team and roles"), "shield-check", scope="team"),
            Link("accounts:tokens", _("API tokens"), "key-round", scope="none"),
            Link("accounts:audit", _("Audit log"), "history", scope="team", permission="read_audit"),
        ),
    ),
)

ACCOUNT: tuple[Link, ...] = (
    Link("accounts:tokens", _("API tokens"), "key-round", scope="none"),
    Link("account_email", _("E-mail address"), "mail", scope="none"),
    Link("account_change_password", _("Password"), "lock-keyhole", scope="none"),
    Link("mfa_index", _("Two-step sign-in"), "smartphone", scope="none"),
    Link("usersessions_list", _("Sessions"), "monitor-smartphone", scope="none"),
)


def address(route: str, *args: str) -> str:
    """The URL of a route, or an empty text where this installation has no such page."""
    try:
        return reverse(route, args=args)
    except NoReverseMatch:
        return ""


class Shell:
    """Read by the templates only, so a part that htmx swaps in costs no query for the rail."""

    def __init__(self, request: HttpRequest):
        self.request = request
        self.team = getattr(request, "team", None)
        self.membership = getattr(request, "membership", None)
        self.situation = getattr(request, "situation", None)

    @property
    def theme(self) -> str:
        """`light`, `dark`, or empty for what the system says."""
        value = self.request.COOKIES.get("theme", "")
        return value if value in THEMES else ""

    @property
    def signed_in(self) -> bool:
        user = getattr(self.request, "user", None)
        return bool(user and user.is_authenticated)

    @property
    def home(self) -> str:
        return (address("reports:home", self.team.slug) if self.team else "") or "/"

    @cached_property
    def rights(self) -> frozenset[str]:
        if self.membership is None or not _list_rights:
            return frozenset()
        return frozenset(_list_rights[0](self.membership))

    @cached_property
    def situations(self) -> list[dict[str, Any]]:
        """Name, address and whether it is the open one, for the picker."""
        if self.team is None or not _list_situations:
            return []
        return [
            {
                "name": found.name,
                "url": address("reports:overview", self.team.slug, found.slug),
                "current": self.situation is not None and found.pk == self.situation.pk,
            }
            for found in _list_situations[0](self.request)
        ]

    @cached_property
    def groups(self) -> list[Group]:
        """The rail: only entries whose page exists, which the member may open, in the open situation."""
        layout = RAIL if self.team else ((_("Your account"), ACCOUNT),)
        found = [(label, [(link, self._url(link)) for link in links]) for label, links in layout]
        here = self._current([url for _label, links in found for _link, url in links])
        groups = [Group(label, [Entry(link, url, url == here) for link, url in links if url]) for label, links in found]
        return [group for group in groups if group.entries]

    @cached_property
    def phone(self) -> list[Entry]:
        """At most four entries of the bottom bar; the rest is behind its last one."""
        entries = [entry for group in self.groups for entry in group.entries]
        return ([entry for entry in entries if entry.link.on_phone] or entries)[:4]

    @cached_property
    def phone_rest(self) -> list[Entry]:
        return [entry for group in self.groups for entry in group.entries if entry not in self.phone]

    def _url(self, link: Link) -> str:
        if link.permission and link.permission not in self.rights:
            return ""
        if link.scope == "none":
            return address(link.route)
        owners = [self.team] if link.scope == "team" else [self.team, self.situation]
        slugs = [owner.slug for owner in owners if owner is not None]
        return address(link.route, *slugs) if len(slugs) == len(owners) else ""

    def _current(self, urls: Iterable[str]) -> str:
        """The longest address that the open page lies under."""
        return max((url for url in urls if url and self.request.path.startswith(url)), key=len, default="")


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `shell` for the base page, `may` for `{% if "write_facts" in may %}`."""
    made = Shell(request)
    return {"shell": made, "may": SimpleLazyObject(lambda: made.rights)}
