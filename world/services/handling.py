"""Who may see a fact."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from accounts.models import Membership, User
from core.errors import DomainError
from world.models import Event, Handling, HandlingGrant
from world.services import rollups
from world.services.acting import record, writing
from world.services.knowledge import Delta, locked, state_of


def set_handling(
    *,
    fact: Any,
    by: User,
    via: str,
    reason: str,
    handling: str,
    contains_personal_data: bool | None = None,
    allowed: Iterable[User] = (),
) -> Any:
    """Say who may see a fact: everybody (`open`), the team, or (`restricted`) the people in `allowed` only.

    It holds for all states of the fact, and for its names and citations unless they had a handling of their own.
    Whoever restricts a fact is always among the allowed.
    """
    with writing(team=fact.team_id, by=by, via=via, reason=reason):
        row = locked(fact)
        changes: dict[str, Any] = {"handling": handling_known(handling)}
        if contains_personal_data is not None:
            changes["contains_personal_data"] = contains_personal_data
        _recount(row, handling)
        people = list(allowed)
        for part in [row, *_parts(row)]:
            type(part)._default_manager.filter(pk=part.pk).update(**changes)
            for name, value in changes.items():
                setattr(part, name, value)
            grant(part, allowed=people, by=by)
        record(row, verb="set handling", by=by, via=via, reason=reason, detail={"handling": handling})
    return row


def handling_known(handling: str) -> str:
    """Refuse a handling that does not exist."""
    if handling not in Handling.values:
        raise DomainError(_("There is no such handling."), code="invalid", field="handling")
    return handling


def grant(row: Any, *, allowed: Iterable[User], by: User) -> None:
    """Name the people who may see a restricted fact; drop all names of one that is not restricted."""
    field = {row.GRANT_FIELD: row}
    people = {person.pk: person for person in [*allowed, by]} if row.handling == Handling.RESTRICTED else {}
    _refuse_strangers(row, people)
    HandlingGrant.objects.filter(**field).exclude(person_id__in=people).delete()
    present = set(HandlingGrant.objects.filter(**field).values_list("person_id", flat=True))
    HandlingGrant.objects.bulk_create(
        HandlingGrant(team_id=row.team_id, person=person, created_by=by, updated_by=by, **field)
        for key, person in people.items()
        if key not in present
    )


def named(row: Any) -> list[User]:
    """The people who may see a restricted fact."""
    grants = HandlingGrant.objects.filter(**{row.GRANT_FIELD: row}).select_related("person")
    return [grant.person for grant in grants]


def _parts(row: Any) -> list[Any]:
    """Names and citations that are handled as the fact is."""
    kinds = [getattr(row, name) for name in ("names", "citations") if hasattr(row, name)]
    return [part for kind in kinds for part in kind.filter(handling=row.handling)]


def _refuse_strangers(row: Any, people: dict[Any, User]) -> None:
    members = Membership.objects.filter(team_id=row.team_id, user_id__in=people).count()
    if members < len(people):
        raise DomainError(_("Only people of this team can be named."), code="unknown", field="allowed")


def _recount(row: Any, handling: str) -> None:
    """A restricted event leaves the sums that everybody sees; one that is opened comes back."""
    if not isinstance(row, Event) or row.handling == handling:
        return
    restricted = {row.handling, handling} & {Handling.RESTRICTED.value}
    if not restricted:
        return
    sign = -1 if handling == Handling.RESTRICTED else 1
    was, row.handling = row.handling, Handling.OPEN
    rollups.post(row, _all_states(row, sign))
    row.handling = was


def _all_states(event: Event, sign: int) -> list[Delta]:
    """What every state of the event has added to the sums, or would add."""
    states: list[Any] = [*event.past.order_by("known_from"), event]
    deltas = [Delta(sign, state_of(state), state.known_from, state.batch_id) for state in states]
    for state, following in pairwise(states):
        deltas.append(Delta(-sign, state_of(state), state.known_to, following.batch_id))
    return deltas
