"""Forms about actors."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from world.forms.fields import HandlingFields, LinesField, PickField
from world.models import Actor

# A merge is an act of its own, not a status that is typed.
STATUSES = [choice for choice in Actor.Status.choices if choice[0] != Actor.Status.MERGED]


class ActorForm(HandlingFields):
    """An actor with its names."""

    name = forms.CharField(label=_("Name"), max_length=300, help_text=_("As it stands in briefs."))
    kind = forms.ChoiceField(label=_("Kind"), choices=Actor.Kind.choices)
    status = forms.ChoiceField(label=_("Status"), choices=STATUSES, initial=Actor.Status.ACTIVE)
    aliases = LinesField(
        label=_("Other names"),
        required=False,
        max_length=10_000,
        help_text=_("One on each line: acronyms, spellings, former names."),
    )
    home_area = PickField(label=_("Home area"), empty=_("none"), required=False)
    description = forms.CharField(
        label=_("Description"), required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    field_order = ["name", "kind", "status", "aliases", "home_area", "description", "handling"]
    STATE = ("kind", "status", "home_area", "description")

    def offer(self, areas: Any) -> None:
        self.fields["home_area"].offer(areas, key="pcode")

    def state(self) -> dict[str, Any]:
        """The values of the actor itself, as the services take them."""
        return {name: self.cleaned_data[name] for name in self.STATE}


class ActorEditForm(ActorForm):
    """A change of an actor: `expected` is the version that the person saw."""

    expected = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(label=_("Reason"), max_length=500, required=False)
