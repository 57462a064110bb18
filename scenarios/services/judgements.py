"""What people judge: one value for one cell, with its band, its reason and its dates."""

import math
from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from accounts.access import require_permission
from accounts.models import User
from accounts.permissions import Permission
from core.audit import record
from core.errors import DomainError
from core.text import clean
from scenarios.goalposts import domain
from scenarios.models import Alternative, Indicator, Judgement, JudgementGrant, JudgementSource, Scenario
from scenarios.services.acting import traced
from world.models import Handling, SourceDocument


@traced
def add_judgement(
    *,
    scenario: Scenario,
    by: User,
    alternative: str,
    indicator: str,
    low: float,
    mode: float,
    high: float,
    reason: str,
    about: date,
    made_on: date,
    via: str,
    review_by: date | None = None,
    documents: Sequence[SourceDocument | tuple[SourceDocument, str]] = (),
    handling: str = Handling.TEAM,
    named: Sequence[User] = (),
    contains_personal_data: bool = False,
) -> Judgement:
    """Store a judgement in the indicator's unit: low and high are its 5th and 95th percentile, mode the likeliest.

    It stands beside earlier ones; only one by the same person about the same date made on the same day is marked as
    superseded. `documents` may carry a locator each. A restricted one names who may see it; its judge always may.
    """
    require_permission(by, Permission.JUDGE, team=scenario.team_id)
    _check_cell(scenario, alternative, indicator)
    _check_numbers(scenario, indicator, low, mode, high)
    _check_words(reason, handling)
    judgement = Judgement(
        scenario=scenario,
        alternative=alternative,
        indicator=indicator,
        team_id=scenario.team_id,
        by=by,
        low=low,
        mode=mode,
        high=high,
        reason=clean(reason),
        about=about,
        made_on=made_on,
        review_by=review_by,
        handling=handling,
        contains_personal_data=contains_personal_data,
        created_by=by,
        updated_by=by,
    )
    _store(judgement)
    _link(judgement, documents, named)
    _audit(judgement, via)
    return judgement


def _store(judgement: Judgement) -> None:
    """Mark the person's earlier one of the day first: only one may stand, and the link is checked at the end."""
    cell = {name: getattr(judgement, name) for name in ("scenario", "alternative", "indicator", "about", "made_on")}
    before = Judgement.objects.standing().select_for_update().filter(**cell, by=judgement.by)
    for earlier in list(before):
        Judgement.objects.filter(pk=earlier.pk).update(superseded_by=judgement.pk)
    judgement.save(force_insert=True)


def _audit(judgement: Judgement, via: str) -> None:
    """Who judged; of a restricted judgement the log tells neither values nor words."""
    told = judgement.handling != Handling.RESTRICTED
    names = ("alternative", "indicator", "low", "mode", "high")
    record(
        team_id=judgement.team_id,
        by=judgement.by,
        verb="judge",
        obj=judgement,
        via=via,
        reason=judgement.reason if told else "",
        detail={name: getattr(judgement, name) for name in names} if told else {},
    )


def _check_words(reason: str, handling: str) -> None:
    if not clean(reason):
        raise DomainError(_("A judgement needs a reason."), code="required", field="reason")
    if handling not in Handling.values:
        raise DomainError(_("There is no such handling."), code="unknown_handling", field="handling")


def _check_cell(scenario: Scenario, alternative: str, indicator: str) -> None:
    if not Alternative.objects.filter(version__scenario=scenario, key=alternative).exists():
        raise DomainError(_("There is no such alternative."), code="unknown_alternative", field="alternative")
    if not Indicator.objects.filter(version__scenario=scenario, key=indicator).exists():
        raise DomainError(_("There is no such indicator."), code="unknown_key", field="indicator")


def _check_numbers(scenario: Scenario, indicator: str, low: float, mode: float, high: float) -> None:
    if not all(math.isfinite(number) for number in (low, mode, high)):
        raise DomainError(_("Give a number for each of low, mode and high."), code="not_a_number", field="mode")
    if not low <= mode <= high:
        raise DomainError(_("Low is at most mode, and mode at most high."), code="not_ordered", field="mode")
    latest = Indicator.objects.filter(version__scenario=scenario, key=indicator).order_by("-version__number").first()
    ends = domain(latest.measure, latest.value_function) if latest else None
    if ends and not (ends[0] <= low and high <= ends[1]):
        values = {"lowest": f"{ends[0]:g}", "highest": f"{ends[1]:g}"}
        message = _("This scale runs from %(lowest)s to %(highest)s.") % values
        raise DomainError(message, code="off_scale", field="mode")


def _link(
    judgement: Judgement,
    documents: Sequence[SourceDocument | tuple[SourceDocument, str]],
    named: Sequence[User],
) -> None:
    pairs = [part if isinstance(part, tuple) else (part, "") for part in documents]
    JudgementSource.objects.bulk_create(
        JudgementSource(team_id=judgement.team_id, judgement=judgement, document=document, locator=clean(locator))
        for document, locator in pairs
    )
    if judgement.handling == Handling.RESTRICTED:
        people = {person.pk for person in named} | {judgement.by_id}
        JudgementGrant.objects.bulk_create(
            JudgementGrant(team_id=judgement.team_id, judgement=judgement, person_id=pk) for pk in sorted(people)
        )
