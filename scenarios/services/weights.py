"""Weights as people declare them: stored raw, edited as one set, normalised in the engine only."""

from collections.abc import Iterator, Mapping

from django.db.models.functions import Now
from django.utils.translation import gettext as _

from accounts.models import User
from core.audit import record
from core.errors import DomainError
from core.text import clean
from engine.errors import ModelError
from engine.weights import normalise
from scenarios.models import Version, Weight
from scenarios.selectors import weights_by_key
from scenarios.services.acting import traced
from scenarios.services.drafts import open_draft


@traced
def save_weights(
    *,
    version: Version,
    by: User,
    weights: Mapping[str, float],
    reason: str,
    expected: int,
    via: str,
    reasons: Mapping[str, str] | None = None,
) -> None:
    """Save declared weights by the key of their node or indicator; keys that are left out keep theirs.

    `reason` says why the set changes; `reasons` may say it per key. `expected` is the version's row version.
    Raises DomainError with the key as `field` for a negative or non-finite weight and for siblings that sum to 0.
    """
    open_draft(version, by=by, expected=expected)
    rows = weights_by_key(version)
    unknown = sorted(set(weights) - set(rows))
    if unknown:
        raise DomainError(_("There is no such indicator or dimension."), code="unknown_key", field=unknown[0])
    before = {key: rows[key].value for key in weights}
    for key, value in weights.items():
        rows[key].value = value
    check_groups(version, rows)
    changed = [key for key, value in weights.items() if value != before[key]]
    for key in changed:
        rows[key].reason = clean((reasons or {}).get(key, reason))
        rows[key].updated_by = by
        rows[key].updated_at = Now()
    Weight.objects.bulk_update([rows[key] for key in changed], ["value", "reason", "updated_by", "updated_at"])
    record(
        team_id=version.team_id,
        by=by,
        verb="save weights",
        obj=version,
        via=via,
        reason=clean(reason),
        detail={"changed": {key: [before[key], weights[key]] for key in sorted(changed)}},
    )


def check_groups(version: Version, rows: Mapping[str, Weight]) -> None:
    """Refuse weights that the engine could not normalise among active siblings."""
    for row in rows.values():
        _check([row], _name(row))
    for group in _active_groups(version, rows):
        _check(group, _name(group[0]))


def _check(group: list[Weight], field: str) -> None:
    values = [row.value for row in group]
    try:
        normalise(values if len(values) > 1 else [*values, 1.0])
    except ModelError as error:
        raise DomainError(_message(error, group), code="bad_weight", field=field) from None


def _message(error: ModelError, group: list[Weight]) -> str:
    if error.path:
        return _("A weight is a number that is 0 or more: %(key)s.") % {"key": _name(group[0])}
    keys = ", ".join(_name(row) for row in group)
    return _("The weights of %(keys)s are all 0: at least one of them must count.") % {"keys": keys}


def _name(row: Weight) -> str:
    return (row.node or row.indicator).key  # type: ignore[union-attr]


def _active_groups(version: Version, rows: Mapping[str, Weight]) -> Iterator[list[Weight]]:
    """Siblings that are scored: active leaves, and dimensions with an active leaf somewhere below."""
    indicators = list(version.indicators.filter(active=True))
    parents = {node.pk: node.parent_id for node in version.nodes.all()}
    alive: set[int] = set()
    for indicator in indicators:
        place: int | None = indicator.node_id
        while place is not None and place not in alive:
            alive.add(place)
            place = parents[place]
    groups: dict[int, list[Weight]] = {}
    scored = {indicator.pk: indicator.node_id for indicator in indicators}
    for row in rows.values():
        if row.indicator_id in scored:
            groups.setdefault(scored[row.indicator_id], []).append(row)
        elif row.node_id in alive and parents[row.node_id] is not None:
            groups.setdefault(parents[row.node_id], []).append(row)  # type: ignore[arg-type]
    yield from groups.values()
