"""Setting up a scenario from a template, and what it scores."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from accounts.access import require_permission
from accounts.models import Team, User
from accounts.permissions import Permission
from core.audit import record
from core.errors import DomainError
from core.text import clean
from scenarios import templates
from scenarios.models import Alternative, AlternativeMember, AlternativesKind, Scenario, Version
from scenarios.services.acting import traced
from scenarios.services.copying import first_version
from scenarios.services.drafts import open_draft
from world.models import Actor, AdminArea, Situation


@traced
def create_scenario(
    *,
    team: Team,
    situation: Situation,
    by: User,
    template: str,
    via: str,
    slug: str | None = None,
    name: Mapping[str, str] | None = None,
    level: str = "area1",
    core_only: bool = True,
) -> Scenario:
    """Copy a built-in template into a scenario with one draft version.

    The core profile is active; the other leaves stay in the tree without weight (`core_only=False` takes all).
    `level` chooses the goalposts where a template has several (`area1`, `country`). Areas and coalitions are added
    with `add_alternative`; options come with the template.
    """
    require_permission(by, Permission.WRITE_SCENARIOS, team=team, situation=situation)
    slug = slug or template
    _check_scenario(team, situation, template, slug)
    data = templates.load(template)
    scenario = Scenario.objects.create(
        team=team,
        situation=situation,
        slug=slug,
        name=_cleaned(name or data["name"]),
        question=data["question"],
        notes=data.get("notes", {}),
        template=template,
        template_version=data["version"],
        alternatives_kind=data["alternatives_kind"],
        higher_is=data["higher_is"],
        created_by=by,
        updated_by=by,
    )
    first_version(scenario, data, level=level, core_only=core_only, by=by)
    detail = {"template": template, "template_version": data["version"], "core_only": core_only}
    record(team_id=team.pk, by=by, verb="create", obj=scenario, via=via, detail=detail)
    return scenario


def _check_scenario(team: Team, situation: Situation, template: str, slug: str) -> None:
    if situation.team_id != team.pk:
        raise DomainError(_("This situation belongs to another team."), code="other_team", field="situation")
    if template not in templates.known():
        raise DomainError(_("There is no such template."), code="unknown_template", field="template")
    if Scenario.objects.filter(team=team, slug=slug).exists():
        raise DomainError(_("This short name is taken. Choose another."), code="taken", field="slug")


@traced
def add_alternative(
    *,
    version: Version,
    by: User,
    key: str,
    name: Mapping[str, str],
    expected: int,
    via: str,
    area: AdminArea | None = None,
    members: Sequence[Actor] = (),
    summary: Mapping[str, str] | None = None,
    facts: Sequence[Mapping[str, Any]] = (),
    reference: bool = False,
    claim: str = "",
) -> Alternative:
    """Add an area, a coalition or an option to a draft. `claim` is the natural key of a graded claim."""
    open_draft(version, by=by, expected=expected)
    kind = version.scenario.alternatives_kind
    _check_alternative(version, key=key, kind=kind, area=area, members=members)
    made = Alternative.objects.create(
        team_id=version.team_id,
        version=version,
        key=key,
        kind=kind,
        name=_cleaned(name),
        summary=_cleaned(summary or {}),
        area=area,
        facts=list(facts),
        reference=reference,
        claim=claim,
        order=version.alternatives.count(),
        created_by=by,
        updated_by=by,
    )
    _add_members(made, members, by)
    record(team_id=version.team_id, by=by, verb="add alternative", obj=made, via=via)
    return made


def _add_members(alternative: Alternative, members: Sequence[Actor], by: User) -> None:
    owned = {"team_id": alternative.team_id, "alternative": alternative, "created_by": by, "updated_by": by}
    AlternativeMember.objects.bulk_create(
        AlternativeMember(**owned, actor=actor, order=place) for place, actor in enumerate(members)
    )


def _check_alternative(
    version: Version, *, key: str, kind: str, area: AdminArea | None, members: Sequence[Actor]
) -> None:
    if not key or version.alternatives.filter(key=key).exists():
        raise DomainError(_("Every alternative needs a key of its own."), code="taken", field="key")
    if kind == AlternativesKind.AREA and area is None:
        raise DomainError(_("Choose the area that is scored."), code="required", field="area")
    if kind == AlternativesKind.COALITION and len({actor.pk for actor in members}) < 2:
        raise DomainError(_("A coalition has at least two members."), code="required", field="members")
    strangers = [actor for actor in members if actor.team_id != version.team_id]
    if strangers or (area is not None and area.team_id != version.team_id):
        raise DomainError(_("This belongs to another team."), code="other_team")


@traced
def set_alternatives_active(
    *, version: Version, by: User, active: Mapping[str, bool], expected: int, via: str, reason: str = ""
) -> None:
    """Say which alternatives of a draft are scored."""
    open_draft(version, by=by, expected=expected)
    rows = {row.key: row for row in version.alternatives.all()}
    for key, value in active.items():
        if key not in rows:
            raise DomainError(_("There is no such alternative."), code="unknown_alternative", field=key)
        rows[key].active, rows[key].updated_by = value, by
    Alternative.objects.bulk_update([rows[key] for key in active], ["active", "updated_by"])
    record(
        team_id=version.team_id,
        by=by,
        verb="choose alternatives",
        obj=version,
        via=via,
        reason=reason,
        detail={"active": dict(active)},
    )


def _cleaned(texts: Mapping[str, str]) -> dict[str, str]:
    return {language: clean(text) for language, text in texts.items()}
