"""Filters of the lists: they live in the address, so a list can be linked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from world.forms.events import DOMAINS, domain_of
from world.forms.fields import DayField, PickField
from world.models import Actor, DatePrecision, EventStatus, RelationStatus, RelationType, Reliability

IN_USE = ""
ANY = "any"
MARKS = [
    ("", _("Any mark")),
    ("contested", _("Contested")),
    ("single_source", _("Single source")),
    ("duplicate", _("Duplicate")),
    ("partial", _("Partly confirmed")),
]


class ListFilter(forms.Form):
    """A filter that says which of its fields are on."""

    q = forms.CharField(label=_("Text"), required=False, max_length=120)
    FIRST: tuple[str, ...] = ()
    MORE: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **{"use_required_attribute": False, **kwargs})

    @property
    def first(self) -> list[forms.BoundField]:
        """The fields beside the text."""
        return [self[name] for name in self.FIRST]

    @property
    def more(self) -> list[forms.BoundField]:
        """The fields behind the disclosure."""
        return [self[name] for name in self.MORE]

    @property
    def more_on(self) -> bool:
        return any(self.data.get(name) for name in self.MORE)

    def chosen(self) -> dict[str, Any]:
        """What was asked for and understood; empty values are left out."""
        self.full_clean()
        return {name: value for name, value in self.cleaned_data.items() if value not in (None, "")}

    def words(self, name: str) -> str:
        """The chosen value as the chip shows it."""
        field, raw = self.fields[name], self.data.get(name, "")
        pairs = dict(_flat(getattr(field, "choices", ())))
        return str(pairs.get(raw, raw))


class TypeField(PickField):
    """A type of event, or a whole domain of types."""

    def offer_types(self, types: Any) -> None:
        groups: dict[str, list[tuple[str, Any]]] = {}
        for row in types:
            groups.setdefault(row.domain, []).append((row.code, row.label))
        self.rows = {row.code: row for row in types}
        self.choices = [
            ("", self.empty),
            *((domain_of(self.rows[rows[0][0]]), [(key, _all_of(key)), *rows]) for key, rows in groups.items()),
        ]

    def clean(self, value: Any) -> Any:
        return forms.ChoiceField.clean(self, value)


class EventFilter(ListFilter):
    """What the list of events, its CSV and its chips are narrowed by."""

    type = TypeField(label=_("Type"), empty=_("Any type"), required=False)
    area = PickField(label=_("Area"), empty=_("Any area"), required=False)
    actor = PickField(label=_("Actor"), empty=_("Any actor"), required=False)
    since = DayField(label=_("From"), required=False)
    until = DayField(label=_("Until"), required=False)
    grade = forms.ChoiceField(
        label=_("Source graded at least"),
        choices=[("", _("Any grade")), *Reliability.choices, ("none", _("No source cited"))],
        required=False,
    )
    status = forms.ChoiceField(
        label=_("Status"),
        choices=[(IN_USE, _("In use")), (ANY, _("Any status")), *EventStatus.choices],
        required=False,
        help_text=_("In use: neither rejected nor retracted."),
    )
    precision = forms.TypedChoiceField(
        label=_("Date known at least to the"),
        choices=[("", _("Any precision")), *DatePrecision.choices],
        coerce=int,
        empty_value=None,
        required=False,
    )
    mark = forms.ChoiceField(label=_("Mark"), choices=MARKS, required=False)
    known = DayField(
        label=_("As known on"),
        required=False,
        help_text=_("Shows each event as it could be known at the end of this day."),
    )
    FIRST = ("type", "area", "actor")
    MORE = ("since", "until", "grade", "status", "precision", "mark", "known")

    def offer(self, *, types: Any, areas: Any, actors: Any) -> None:
        """Set what can be chosen in this situation."""
        self.fields["type"].offer_types(list(types))
        self.fields["area"].offer(areas, key="pcode", group=_country, words=_area)
        self.fields["actor"].offer(actors, key="slug")


class ActorFilter(ListFilter):
    """By kind."""

    FIRST = ("kind",)
    kind = forms.ChoiceField(label=_("Kind"), choices=[("", _("Any kind")), *Actor.Kind.choices], required=False)


class RelationFilter(ListFilter):
    """By type, state and the day on which they hold."""

    FIRST = ("type", "status")
    MORE = ("at",)
    type = forms.ChoiceField(label=_("Type"), choices=[("", _("Any type")), *RelationType.choices], required=False)
    status = forms.ChoiceField(
        label=_("Status"),
        choices=[(IN_USE, _("In use")), (ANY, _("Any status")), *RelationStatus.choices],
        required=False,
    )
    at = DayField(
        label=_("Open on"), required=False, help_text=_("Only relations that hold on this day, as known now.")
    )


class SourceFilter(ListFilter):
    """By reliability."""

    FIRST = ("reliability",)
    reliability = forms.ChoiceField(
        label=_("Reliability"), choices=[("", _("Any reliability")), *Reliability.choices], required=False
    )


def _all_of(domain: str) -> str:
    return _("All: %(domain)s") % {"domain": DOMAINS.get(domain, domain)}


def _country(row: Any) -> str:
    return str(row.name if row.parent is None else row.parent.name)


def _area(row: Any) -> str:
    return _("All of %(country)s") % {"country": row.name} if row.level == 0 else row.name


def _flat(choices: Any) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for value, words in choices:
        found += _flat(words) if isinstance(words, list | tuple) else [(str(value), words)]
    return found
