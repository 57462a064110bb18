"""Forms about relations."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from world.forms.fields import ChangeForm, DayField, HandlingFields, PickField, ReasonForm
from world.models import Credibility, DatePrecision, RelationStatus, RelationType, Reliability

# Retracting has its own button, with a reason.
STATUSES = [choice for choice in RelationStatus.choices if choice[0] != RelationStatus.RETRACTED]


class RelationEndsForm(forms.Form):
    """Between whom, and of what type: fixed once the relation is recorded."""

    subject = PickField(label=_("Actor"), empty=_("Choose an actor"))
    type = forms.ChoiceField(label=_("Relation"), choices=RelationType.choices)
    object = PickField(label=_("Other actor"), empty=_("none: it is about a place"), required=False)

    def offer_actors(self, actors: Any) -> None:
        self.fields["subject"].offer(actors, key="slug")
        self.fields["object"].offer(actors, key="slug")


class RelationStateForm(HandlingFields):
    """What is said of a relation."""

    valid_from = DayField(label=_("First day"), required=False, help_text=_("Left empty: since before the records."))
    start_prec = forms.TypedChoiceField(label=_("Known to the"), choices=DatePrecision.choices, coerce=int, initial=1)
    valid_to = DayField(
        label=_("No longer from"), required=False, help_text=_("The first day without it. Left empty: still open.")
    )
    end_prec = forms.TypedChoiceField(label=_("Known to the"), choices=DatePrecision.choices, coerce=int, initial=1)
    announced_on = DayField(label=_("Announced on"), required=False)
    effective_on = DayField(label=_("In effect from"), required=False)
    strength = forms.IntegerField(
        label=_("Strength"),
        min_value=-100,
        max_value=100,
        required=False,
        help_text=_("From -100 (open enmity) to +100 (acts as one)."),
    )
    confidence = forms.IntegerField(
        label=_("Confidence in the strength"), min_value=0, max_value=100, required=False, help_text=_("Percent.")
    )
    reliability = forms.ChoiceField(
        label=_("Reliability of the source"), choices=Reliability.choices, initial=Reliability.F
    )
    credibility = forms.TypedChoiceField(
        label=_("Credibility of what it says"), choices=Credibility.choices, coerce=int, initial=Credibility.UNJUDGED
    )
    status = forms.ChoiceField(label=_("Status"), choices=STATUSES, initial=RelationStatus.ASSERTED)
    area = PickField(label=_("Area"), empty=_("none"), required=False)
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    known_from = DayField(
        label=_("Known since"),
        required=False,
        help_text=_("The first day on which the team could have known this. Left empty: today."),
    )
    STATE = (
        "valid_from", "valid_to", "start_prec", "end_prec", "announced_on", "effective_on", "strength", "confidence",
        "reliability", "credibility", "status", "area", "place",
    )  # fmt: skip

    def offer_areas(self, areas: Any) -> None:
        self.fields["area"].offer(areas, key="pcode")

    def state(self) -> dict[str, Any]:
        """The values of the relation itself, as the services take them."""
        return {name: self.cleaned_data[name] for name in self.STATE}


class RelationForm(RelationEndsForm, RelationStateForm):
    """A new relation."""

    field_order = ["subject", "type", "object", *RelationStateForm.STATE, "known_from", "handling"]


class RelationEditForm(ChangeForm, RelationStateForm):
    """A change of a relation, by one of the two verbs of knowledge time."""


class RelationEndForm(ReasonForm):
    """A relation that holds no longer."""

    valid_to = DayField(label=_("No longer from"), help_text=_("The first day without it."))
    end_prec = forms.TypedChoiceField(label=_("Known to the"), choices=DatePrecision.choices, coerce=int, initial=1)
    known_from = DayField(
        label=_("Known since"),
        required=False,
        help_text=_("The day the team could have known of the end. Left empty: today."),
    )
    expected = forms.IntegerField(widget=forms.HiddenInput)
