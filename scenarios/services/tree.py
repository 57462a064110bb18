"""Edits of a draft's indicators and dimensions."""

from collections.abc import Mapping
from typing import Any

from django.db.models.functions import Now
from django.utils.translation import gettext as _

from accounts.models import User
from core.audit import record
from core.errors import DomainError
from core.text import clean
from scenarios.goalposts import check_value_function
from scenarios.models import Aggregation, Indicator, Mark, Node, Version
from scenarios.selectors import weights_by_key
from scenarios.services.acting import traced
from scenarios.services.drafts import open_draft
from scenarios.services.weights import check_groups


@traced
def save_goalposts(
    *,
    version: Version,
    by: User,
    indicator: str,
    value_function: Mapping[str, Any],
    reason: str,
    expected: int,
    via: str,
) -> Indicator:
    """Set what 0 and 100 mean for an indicator of a draft. The mark becomes the team's own."""
    open_draft(version, by=by, expected=expected)
    row = _indicator(version, indicator)
    check_value_function(value_function, field=indicator)
    before = row.value_function
    row.value_function, row.mark, row.reason = dict(value_function), Mark.TEAM, {"en": clean(reason)}
    _save(row, by, "value_function", "mark", "reason")
    detail = {"indicator": indicator, "before": before, "after": dict(value_function)}
    record(
        team_id=version.team_id,
        by=by,
        verb="set goalposts",
        obj=version,
        via=via,
        reason=clean(reason),
        detail=detail,
    )
    return row


@traced
def save_direction(
    *, version: Version, by: User, indicator: str, direction: int, reason: str, expected: int, via: str
) -> Indicator:
    """Say whether more of an indicator raises (1) or lowers (-1) the score."""
    open_draft(version, by=by, expected=expected)
    if direction not in (1, -1):
        raise DomainError(_("The direction is 1 or -1."), code="bad_direction", field=indicator)
    row = _indicator(version, indicator)
    detail = {"indicator": indicator, "before": row.direction, "after": direction}
    row.direction = direction
    _save(row, by, "direction")
    record(
        team_id=version.team_id,
        by=by,
        verb="set direction",
        obj=version,
        via=via,
        reason=clean(reason),
        detail=detail,
    )
    return row


@traced
def set_active(*, version: Version, by: User, active: Mapping[str, bool], reason: str, expected: int, via: str) -> None:
    """Take indicators of a draft into the score or out of it; they stay in the tree."""
    open_draft(version, by=by, expected=expected)
    rows = [_indicator(version, key) for key in active]
    for row in rows:
        row.active = active[row.key]
        _save(row, by, "active")
    if not version.indicators.filter(active=True).exists():
        raise DomainError(_("At least one indicator must be scored."), code="nothing_active")
    check_groups(version, weights_by_key(version))
    record(
        team_id=version.team_id,
        by=by,
        verb="choose indicators",
        obj=version,
        via=via,
        reason=clean(reason),
        detail={"active": dict(active)},
    )


@traced
def save_aggregation(
    *, version: Version, by: User, node: str, aggregation: str, reason: str, expected: int, via: str
) -> Node:
    """Choose the mean by which a dimension of a draft sums up its children."""
    open_draft(version, by=by, expected=expected)
    row = version.nodes.filter(key=node).first()
    if row is None:
        raise DomainError(_("There is no such dimension."), code="unknown_key", field=node)
    if aggregation not in Aggregation.values:
        raise DomainError(_("There is no such mean."), code="unknown_aggregation", field=node)
    detail = {"node": node, "before": row.aggregation, "after": aggregation}
    row.aggregation = aggregation
    _save(row, by, "aggregation")
    record(team_id=version.team_id, by=by, verb="set mean", obj=version, via=via, reason=clean(reason), detail=detail)
    return row


@traced
def save_settings(
    *, version: Version, by: User, changes: Mapping[str, Any], reason: str, expected: int, via: str
) -> None:
    """Change settings of a draft by name: headline, uncertainty, vetoes, guardians, baseline_date, min_weight."""
    known = {"headline", "uncertainty", "vetoes", "guardians", "baseline_date", "min_weight", "geometric_floor"}
    unknown = sorted(set(changes) - known)
    if unknown:
        raise DomainError(_("There is no such setting."), code="unknown_setting", field=unknown[0])
    if "headline" in changes and not version.nodes.filter(key=changes["headline"]).exists():
        raise DomainError(_("There is no such dimension."), code="unknown_key", field="headline")
    before = {name: version.settings.get(name) for name in changes}
    open_draft(version, by=by, expected=expected, changes={"settings": {**version.settings, **changes}})
    detail = {"before": before, "after": dict(changes)}
    record(team_id=version.team_id, by=by, verb="set method", obj=version, via=via, reason=clean(reason), detail=detail)


def _indicator(version: Version, key: str) -> Indicator:
    row = version.indicators.filter(key=key).first()
    if row is None:
        raise DomainError(_("There is no such indicator."), code="unknown_key", field=key)
    return row


def _save(row: Node | Indicator, by: User, *fields: str) -> None:
    row.updated_by, row.updated_at = by, Now()
    row.save(update_fields=[*fields, "updated_by", "updated_at"])
    row.refresh_from_db(fields=["updated_at"])
