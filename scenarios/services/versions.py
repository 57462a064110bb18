"""Publishing a version, and the draft after it."""

from datetime import datetime

from django.db.models import Max
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from accounts.access import require_permission
from accounts.models import User
from accounts.permissions import Permission
from core.audit import record
from core.errors import DomainError
from core.text import clean
from scenarios.goalposts import check_value_function
from scenarios.models import Scenario, Version
from scenarios.selectors import weights_by_key
from scenarios.services.acting import traced
from scenarios.services.copying import copy_version
from scenarios.services.weights import check_groups


@traced
def publish_version(
    *, version: Version, by: User, reason: str, expected: int, via: str, published_at: datetime | None = None
) -> Version:
    """Close a draft for ever. `published_at` is given by a demo that must come out the same twice, else now.

    Raises Forbidden without the right to publish, DomainError where something would keep it from being scored.
    """
    require_permission(by, Permission.PUBLISH, team=version.team_id)
    if not version.is_draft:
        raise DomainError(_("This version is already published."), code="published")
    if not clean(reason):
        raise DomainError(_("Say in a sentence why this version is published."), code="required", field="reason")
    _check_complete(version)
    version.guarded_update(
        expected=expected,
        changes={
            "state": Version.State.PUBLISHED,
            "published_at": published_at or Now(),
            "published_by": by,
            "reason": clean(reason),
            "updated_by": by,
        },
    )
    version.refresh_from_db(fields=["published_at"])
    record(team_id=version.team_id, by=by, verb="publish", obj=version, via=via, reason=clean(reason))
    return version


def _check_complete(version: Version) -> None:
    check_groups(version, weights_by_key(version))
    active = list(version.indicators.filter(active=True))
    if not active:
        raise DomainError(_("At least one indicator must be scored."), code="nothing_active")
    for indicator in active:
        check_value_function(indicator.value_function, field=indicator.key)
    if not version.alternatives.filter(active=True, reference=False).exists():
        raise DomainError(_("There is nothing to score: add an alternative first."), code="no_alternatives")
    if not version.nodes.filter(key=version.setting("headline")).exists():
        raise DomainError(_("Choose the dimension that is ranked."), code="no_headline", field="headline")


@traced
def new_draft(*, scenario: Scenario, by: User, via: str, based_on: Version | None = None) -> Version:
    """Begin a draft from a version of the scenario (default: its latest published one)."""
    require_permission(by, Permission.WRITE_SCENARIOS, team=scenario.team_id)
    Scenario.objects.select_for_update(no_key=True).get(pk=scenario.pk)
    if scenario.versions.drafts().exists():
        raise DomainError(_("There is a draft already: continue with it."), code="draft_exists")
    source = based_on or scenario.versions.published().order_by("-number").first()
    if source is None or source.scenario_id != scenario.pk:
        raise DomainError(_("There is no version to begin from."), code="no_version")
    last = scenario.versions.aggregate(last=Max("number"))["last"]
    draft = copy_version(source, number=last + 1, by=by)
    record(team_id=scenario.team_id, by=by, verb="begin draft", obj=draft, via=via, detail={"based_on": source.number})
    return draft
