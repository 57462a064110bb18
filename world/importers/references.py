"""What events refer to: event types, areas and actors. Found in the team's rows; made by stated policy, never silently."""

from collections.abc import Callable
from typing import Any

from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext as _

from core.text import clean, norm
from world.importers.cells import bare_admin
from world.importers.issues import INFO, WARNING, Issue
from world.importers.profile import Profile
from world.importers.staging import NewActor, Staged, copy_rows
from world.models import Actor, ActorExternalId, ActorName, AdminArea, EventType, Handling, ImportBatch

MAX_SLUG = 80


def load_actors(team_id: Any, profile: Profile, staged: Staged) -> None:
    """The team's actors by their id in the source; merged ones by their survivor."""
    known = ActorExternalId.objects.filter(team_id=team_id, system=profile.actor_system).values_list(
        "value", "actor_id", "actor__merged_into_id"
    )
    staged.actors = {value: survivor or actor for value, actor, survivor in known}


def ensure_event_types(batch: ImportBatch, profile: Profile) -> None:
    """The event types that the profile maps to."""
    have = set(EventType.objects.filter(team_id=batch.team_id).values_list("code", flat=True))
    EventType.objects.bulk_create(
        EventType(
            team_id=batch.team_id,
            code=code,
            domain=code.split(".")[0],
            labels=dict(labels),
            political_violence=code.startswith("VIOL."),
            created_by_id=batch.created_by_id,
            updated_by_id=batch.created_by_id,
        )
        for code, labels in profile.event_types.items()
        if code not in have
    )


def create_actors(batch: ImportBatch, profile: Profile, staged: Staged) -> None:
    """Actors that the source knows by id and the team does not: made under that id, with the source's name."""
    if not staged.new_actors:
        return
    new = {value: _actor(batch, profile, value, found) for value, found in staged.new_actors.items()}
    taken = set(Actor.objects.filter(team_id=batch.team_id).values_list("slug", flat=True))
    for value, actor in new.items():
        actor.slug = _free_slug(actor.name, value, taken)
    Actor.objects.bulk_create(new.values())
    ActorName.objects.bulk_create(
        ActorName(
            team_id=batch.team_id,
            actor=actor,
            text=actor.name,
            norm=actor.norm,
            lang="en",
            kind=kind,
            source_system=system,
            handling=Handling.OPEN,
        )
        for actor in new.values()
        for kind, system in (("canonical", ""), ("source_label", profile.actor_system))
    )
    ActorExternalId.objects.bulk_create(
        ActorExternalId(team_id=batch.team_id, actor=actor, system=profile.actor_system, value=value)
        for value, actor in new.items()
    )
    for value, actor in sorted(new.items(), key=lambda item: int(item[0])):
        message = _("The actor %(name)s (%(system)s %(value)s) was unknown and has been created from the file.")
        texts = {"name": actor.name, "system": profile.actor_system, "value": value}
        staged.issues.add(Issue("actor_created", message % texts, INFO))


def _actor(batch: ImportBatch, profile: Profile, value: str, found: NewActor) -> Actor:
    name = clean(found.label)
    return Actor(
        id=found.id,
        team_id=batch.team_id,
        kind=profile.actor_kind(value, name, found.fights_a_state),
        name=name,
        norm=norm(name) or value,
        handling=Handling.OPEN,
        created_by_id=batch.created_by_id,
        updated_by_id=batch.created_by_id,
    )


def _free_slug(name: str, value: str, taken: set[str]) -> str:
    slug = slugify(name)[:MAX_SLUG].strip("-") or f"actor-{value}"
    if slug in taken:
        slug = f"{slug}-{value}"
    taken.add(slug)
    return slug


def resolve_spots(batch: ImportBatch, profile: Profile, staged: Staged) -> None:
    """The area of each (country, admin-1 name) of the file, into `import_spot`. Country comes from its number only."""
    countries = _countries(batch, profile, staged)
    by_name = _admin1_by_name(batch, profile)
    rows = []
    for (number, reported), spot in staged.spots.items():
        country = countries.get(number)
        area = country and (by_name(country, reported) if reported else country)
        if country and not area:
            message = _("“%(name)s” is no area of %(country)s that the team knows; its events count for the country.")
            texts = {"name": reported, "country": country.name}
            staged.issues.add(Issue("unknown_area", message % texts, WARNING, None, "adm_1"))
        found = area or country
        rows.append((spot, found.pk if found else None))
    copy_rows("import_spot", rows)


def _countries(batch: ImportBatch, profile: Profile, staged: Staged) -> dict[int, AdminArea]:
    """The countries of the file by their number; one that the team lacks is made, one without a code reported."""
    codes = {number: profile.country_code(number) for number in staged.countries}
    have = {
        area.pcode: area
        for area in AdminArea.objects.filter(team_id=batch.team_id, level=0, pcode__in=[c for c in codes.values() if c])
    }
    for number, code in codes.items():
        name = staged.countries[number] or code
        if code is None:
            message = _("There is no country for the number %(number)d (%(name)s); its events have no area.")
            texts = {"number": number, "name": staged.countries[number]}
            staged.issues.add(Issue("unknown_country", message % texts, WARNING, None, "country_id"))
        elif code not in have:
            have[code] = _create_country(batch, profile, code, str(name))
            message = _("The country %(name)s (%(code)s) was unknown and has been created.")
            staged.issues.add(Issue("country_created", message % {"name": name, "code": code}, INFO))
    return {number: have[code] for number, code in codes.items() if code}


def _create_country(batch: ImportBatch, profile: Profile, code: str, name: str) -> AdminArea:
    return AdminArea.objects.create(
        team_id=batch.team_id,
        pcode=code,
        level=0,
        names={"en": name},
        dataset_names={profile.dataset: [name]},
        created_by_id=batch.created_by_id,
        updated_by_id=batch.created_by_id,
    )


def _admin1_by_name(batch: ImportBatch, profile: Profile) -> Callable[[AdminArea, str], AdminArea | None]:
    """A look-up of first-level areas: by the dataset's own name for them, else by their name without its suffix."""
    exact: dict[tuple[int, str], AdminArea] = {}
    loose: dict[tuple[int, str], AdminArea] = {}
    for area in AdminArea.objects.filter(Q(level=1), team_id=batch.team_id).order_by("pcode"):
        country = area.parent_id or 0
        own = area.dataset_names.get(profile.dataset)
        for name in own or ():
            exact[country, norm(name)] = area
            exact.setdefault((country, norm(bare_admin(name))), area)
        if own is None:
            for name in area.names.values():
                loose.setdefault((country, norm(bare_admin(name))), area)

    def find(country: AdminArea, reported: str) -> AdminArea | None:
        name, bare = norm(reported), norm(bare_admin(reported))
        return exact.get((country.pk, name)) or exact.get((country.pk, bare)) or loose.get((country.pk, bare))

    return find
