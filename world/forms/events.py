"""Forms about events."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from world.forms.fields import ChangeForm, DayField, HandlingFields, PickField
from world.models import Credibility, DatePrecision, EventParticipant, EventStatus

# Retracting has its own button, with a reason.
STATUSES = [choice for choice in EventStatus.choices if choice[0] != EventStatus.RETRACTED]
PLACE_PRECISION = [
    ("", _("not stated")),
    (1, _("1 - exact place")),
    (2, _("2 - near the place, within 25 km")),
    (3, _("3 - second-level area")),
    (4, _("4 - first-level area")),
    (5, _("5 - a line or a region of a country")),
    (6, _("6 - country")),
    (7, _("7 - international waters or air space")),
]

DOMAINS = {
    "violence": _("Violence"),
    "civil_unrest": _("Civil unrest"),
    "politics": _("Politics"),
    "law": _("Law"),
    "organisation": _("Armed organisations"),
    "military": _("Military"),
    "peace_operation": _("Peace operations"),
    "other": _("Other"),
}


class EventStateForm(HandlingFields):
    """What is said of an event."""

    title = forms.CharField(label=_("Title"), max_length=300)
    type = PickField(label=_("Type"), empty=_("Choose a type"))
    date_start = DayField(label=_("First day"))
    date_end = DayField(label=_("Last day"), required=False, help_text=_("Left empty: the same day."))
    date_prec = forms.TypedChoiceField(
        label=_("Date known to the"), choices=DatePrecision.choices, coerce=int, initial=DatePrecision.DAY
    )
    place = forms.CharField(label=_("Place"), max_length=300, required=False)
    area = PickField(label=_("Area"), empty=_("none"), required=False)
    where_prec = forms.TypedChoiceField(
        label=_("Precision of the place"), choices=PLACE_PRECISION, coerce=int, empty_value=None, required=False
    )
    lat = forms.FloatField(label=_("Latitude"), min_value=-90, max_value=90, required=False)
    lon = forms.FloatField(label=_("Longitude"), min_value=-180, max_value=180, required=False)
    deaths_best = forms.IntegerField(label=_("Deaths, best"), min_value=0, max_value=10**7, required=False)
    deaths_low = forms.IntegerField(label=_("Deaths, least"), min_value=0, max_value=10**7, required=False)
    deaths_high = forms.IntegerField(label=_("Deaths, most"), min_value=0, max_value=10**7, required=False)
    deaths_civilians = forms.IntegerField(label=_("Civilians killed"), min_value=0, max_value=10**7, required=False)
    summary = forms.CharField(
        label=_("Summary"), required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 4})
    )
    status = forms.ChoiceField(label=_("Status"), choices=STATUSES, initial=EventStatus.ACCEPTED)
    known_from = DayField(
        label=_("Known since"),
        required=False,
        help_text=_("The first day on which the team could have known this. Left empty: today."),
    )

    field_order = [
        "title", "type", "status", "date_start", "date_end", "date_prec", "place", "area", "where_prec", "lat", "lon",
        "deaths_best", "deaths_low", "deaths_high", "deaths_civilians", "summary",
    ]  # fmt: skip
    STATE = tuple(field_order)

    def offer(self, *, types: Any, areas: Any) -> None:
        """Set what can be chosen in this team."""
        self.fields["type"].offer(types, key="code", group=domain_of, words=_coded)
        self.fields["area"].offer(areas, key="pcode", words=_placed)

    def state(self) -> dict[str, Any]:
        """The values of the event itself, as the services take them."""
        state = {name: self.cleaned_data[name] for name in self.STATE}
        return {**state, "date_end": state["date_end"] or state["date_start"]}


class EventForm(EventStateForm):
    """A new event, with the document that tells of it."""

    document = PickField(
        label=_("Source document"), empty=_("none yet"), required=False, help_text=_("What tells of the event.")
    )
    locator = forms.CharField(label=_("Page or passage"), max_length=200, required=False)
    credibility = forms.TypedChoiceField(
        label=_("Credibility of what it says"), choices=Credibility.choices, coerce=int, initial=Credibility.UNJUDGED
    )


class EventEditForm(ChangeForm, EventStateForm):
    """A change of an event, by one of the two verbs of knowledge time."""


class ParticipantForm(forms.Form):
    """One side of an event: a known actor, or the name that the source gives."""

    actor = PickField(label=_("Actor"), empty=_("not a known actor"), required=False)
    raw_label = forms.CharField(label=_("Name in the source"), max_length=300, required=False)
    role = forms.ChoiceField(label=_("Role"), choices=EventParticipant.Role.choices)
    side = forms.ChoiceField(label=_("Side"), choices=EventParticipant.Side.choices, required=False)
    attribution = forms.ChoiceField(
        label=_("Attribution"),
        choices=EventParticipant.Attribution.choices,
        initial=EventParticipant.Attribution.CONFIRMED,
    )

    def __init__(self, *args: Any, actors: Any = (), **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["actor"].offer(actors, key="slug")

    @property
    def named(self) -> bool:
        return bool(self.cleaned_data.get("actor") or self.cleaned_data.get("raw_label"))


ParticipantSet = forms.formset_factory(ParticipantForm, extra=3, max_num=40, absolute_max=40, can_delete=True)


def participants(forms_of_sides: Any) -> list[dict[str, Any]]:
    """The sides that were filled in and not taken away."""
    kept = [form for form in forms_of_sides if form.named and not form.cleaned_data.get("DELETE")]
    names = ("actor", "raw_label", "role", "side", "attribution")
    return [{name: form.cleaned_data[name] for name in names} for form in kept]


def domain_of(row: Any) -> str:
    """The domain of an event type in words."""
    return str(DOMAINS.get(row.domain, row.domain))


def _coded(row: Any) -> str:
    return f"{row.label} ({row.code})"


def _placed(row: Any) -> str:
    return row.name if row.level == 0 else f"{row.parent.name} - {row.name}"
