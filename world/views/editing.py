"""What the forms that change a fact share: who can be named, refusals beside their field, both values of a conflict."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from accounts.requests import TeamRequest
from core.errors import Conflict, DomainError
from world.forms.fields import HandlingFields
from world.models import AdminArea, HandlingGrant
from world.selectors.pages_history import differences
from world.services.handling import set_handling
from world.views.answers import VIA


def areas_of(request: TeamRequest) -> Any:
    """The areas of the team without their outlines, countries before their parts."""
    rows = AdminArea.objects.filter(team=request.team).select_related("parent").defer("outline", "parent__outline")
    return rows.order_by("pcode")


def offer_people(request: TeamRequest, form: HandlingFields) -> None:
    """The other people of the team can be named for a restricted fact."""
    people = User.objects.filter(memberships__team=request.team, is_active=True).exclude(pk=request.user.pk)
    form.offer_people(people.order_by("name", "email", "pk"))


def named_people(fact: Any) -> list[str]:
    """Who is named for a restricted fact now."""
    grants = HandlingGrant.objects.filter(**{fact.GRANT_FIELD: fact.pk})
    return [str(pk) for pk in grants.values_list("person_id", flat=True)]


def handling_now(fact: Any) -> dict[str, Any]:
    """The first values of a form's handling fields."""
    return {
        "handling": fact.handling,
        "contains_personal_data": fact.contains_personal_data,
        "allowed": named_people(fact),
    }


def keep_handling(request: TeamRequest, fact: Any, form: Any, reason: str) -> None:
    """Write the handling where the form changed it."""
    if {"handling", "allowed", "contains_personal_data"} & set(form.changed_data):
        set_handling(fact=fact, by=request.user, via=VIA, reason=reason, **form.handling_given())


def changed(state: Mapping[str, Any], row: Any) -> dict[str, Any]:
    """Those values that differ from the row."""
    return {name: value for name, value in state.items() if getattr(row, name) != value}


def attempt(form: forms.Form, act: Callable[[], Any]) -> Any:
    """What the act returns, or None with its refusal in the form. All of it or nothing; a conflict passes."""
    try:
        with transaction.atomic():
            return act()
    except Conflict:
        raise
    except DomainError as error:
        known = error.field if error.field in form.fields and not form.fields[error.field].widget.is_hidden else None
        form.add_error(known, error.message)
        return None


def both_values(form: Any, mine: Any, now: Any, labels: Mapping[str, Any], error: Conflict) -> list[Any]:
    """After a conflict: where the values typed differ from the ones in store; a second save writes over those."""
    form.data = form.data.copy()
    form.data["expected"] = str(error.extra.get("current") or now.row_version)
    form.add_error(None, error.message)
    return differences(mine, now, labels)


def today() -> Any:
    """The day of entry: what is typed now is known from it unless the person says otherwise."""
    return timezone.localdate()
