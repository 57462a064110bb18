"""What the pages about scenarios take in. Rules live in the services; these only read."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from scenarios.models import Alternative, Run, Scenario, Version
from scenarios.texts import localised
from world.forms.fields import DayField
from world.models import Handling


class CommaFloatField(forms.FloatField):
    """A number with a point or a comma, as people write it."""

    def __init__(self, **options: Any):
        super().__init__(widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}), **options)

    def to_python(self, value: Any) -> float | None:
        return super().to_python(value.strip().replace(",", ".") if isinstance(value, str) else value)


def reason_field(*, label: Any = None, help_text: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(label=label or _("Reason"), max_length=2000, help_text=help_text, widget=widget)


class ReasonedForm(forms.Form):
    """An edit of a draft: which state it was made on, and why."""

    expected = forms.IntegerField(widget=forms.HiddenInput)
    reason = reason_field()


class WeightsForm(ReasonedForm):
    """One number for each node and leaf, by key."""

    PREFIX = "w-"

    def __init__(self, data: Any, *, keys: Iterable[str]):
        super().__init__(data)
        for key in keys:
            self.fields[f"{self.PREFIX}{key}"] = CommaFloatField(label=key, required=False)

    def weights(self) -> dict[str, float]:
        """The numbers that were given; a field left empty keeps its weight."""
        given = ((name, self.cleaned_data[name]) for name in self.fields if name.startswith(self.PREFIX))
        return {name.removeprefix(self.PREFIX): value for name, value in given if value is not None}

    def raw(self) -> dict[str, str]:
        """What was typed, for a page that is shown again."""
        return {
            name.removeprefix(self.PREFIX): self.data[name]
            for name in self.fields
            if name.startswith(self.PREFIX) and name in self.data
        }


class IndicatorForm(ReasonedForm):
    """Take an indicator into the score or out of it."""

    indicator = forms.CharField(max_length=30, widget=forms.HiddenInput)
    active = forms.TypedChoiceField(
        choices=[("1", "1"), ("0", "0")], coerce=lambda value: value == "1", widget=forms.HiddenInput
    )


class PublishForm(ReasonedForm):
    reason = reason_field(
        label=_("Why publish now"), help_text=_("One sentence. It stands in the list of versions for good.")
    )


class ChooseForm(ReasonedForm):
    """Which alternatives are scored."""

    active = forms.MultipleChoiceField(required=False)

    def __init__(self, data: Any, *, keys: list[str]):
        super().__init__(data)
        self.keys = keys
        self.fields["active"].choices = [(key, key) for key in keys]

    def chosen(self) -> dict[str, bool]:
        on = set(self.cleaned_data["active"])
        return {key: key in on for key in self.keys}


class AlternativeForm(forms.Form):
    """A further area, coalition or option; fields that its kind does not need are taken out."""

    expected = forms.IntegerField(widget=forms.HiddenInput)
    area = forms.ChoiceField(label=_("Area"))
    key = forms.SlugField(label=_("Short name"), max_length=60, help_text=_("Letters, digits and hyphens."))
    name = forms.CharField(label=_("Name"), max_length=200)
    summary = forms.CharField(
        label=_("In a sentence"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    members = forms.MultipleChoiceField(label=_("Members"), widget=forms.CheckboxSelectMultiple)

    NEEDS = {
        "area": ("expected", "area"),
        "coalition": ("expected", "key", "name", "members"),
        "option": ("expected", "key", "name", "summary"),
    }

    def __init__(self, data: Any = None, *, kind: str, areas: Iterable[Any], actors: Iterable[Any], **options: Any):
        super().__init__(data, **options)
        self.areas = {area.pcode: area for area in areas}
        self.actors = {str(actor.pk): actor for actor in actors}
        for name in set(self.fields) - set(self.NEEDS[kind]):
            del self.fields[name]
        if "area" in self.fields:
            self.fields["area"].choices = [(key, localised(area.names) or key) for key, area in self.areas.items()]
        if "members" in self.fields:
            self.fields["members"].choices = [(key, str(actor)) for key, actor in self.actors.items()]

    def given(self) -> dict[str, Any]:
        """What the service takes."""
        data = self.cleaned_data
        if "area" in data:
            area = self.areas[data["area"]]
            return {"key": area.pcode, "name": area.names, "area": area}
        return {
            "key": data["key"],
            "name": {"en": data["name"]},
            "summary": {"en": data["summary"]} if data.get("summary") else {},
            "members": [self.actors[key] for key in data.get("members", [])],
        }


class NewScenarioForm(forms.Form):
    """From a built-in template to a scenario of the team's own."""

    template = forms.ChoiceField(label=_("Template"))
    name = forms.CharField(label=_("Name"), max_length=200)
    slug = forms.SlugField(
        label=_("Short name"),
        max_length=60,
        help_text=_("It stands in the address, is the team's, and is never used again."),
    )
    level = forms.ChoiceField(
        label=_("Goalposts for"), choices=[("area1", _("regions")), ("country", _("countries"))], initial="area1"
    )
    core_only = forms.BooleanField(
        label=_("Begin with the core indicators"),
        required=False,
        initial=True,
        help_text=_("The others stay in the tree and can be taken in later."),
    )

    def __init__(self, data: Any = None, *, templates: Mapping[str, Mapping[str, Any]], **options: Any):
        super().__init__(data, **options)
        self.fields["template"].choices = [(key, localised(row["name"])) for key, row in templates.items()]

    def clean_slug(self) -> str:
        slug = self.cleaned_data["slug"].lower()
        if slug == "new":
            raise forms.ValidationError(_("This short name is taken. Choose another."))
        return slug


class JudgementForm(forms.Form):
    """One person's value for one cell."""

    indicator = forms.CharField(max_length=30, widget=forms.HiddenInput)
    alternative = forms.ChoiceField(label=_("Alternative"))
    low = CommaFloatField(label=_("Low"))
    mode = CommaFloatField(label=_("Most likely"))
    high = CommaFloatField(label=_("High"))
    reason = reason_field(help_text=_("What it rests on. It is printed beside the score."))
    about = DayField(label=_("About"), help_text=_("The day that is described."))
    made_on = DayField(label=_("Made on"), help_text=_("A replay with an earlier cut-off does not see it."))
    review_by = DayField(label=_("Review by"), required=False)
    handling = forms.ChoiceField(
        label=_("Who may see it"),
        choices=Handling.choices,
        initial=Handling.TEAM,
        help_text=_("With “named people only” it is yours alone, and so is every run that uses it."),
    )
    contains_personal_data = forms.BooleanField(label=_("It tells of a private person"), required=False)

    def __init__(self, data: Any = None, *, alternatives: Iterable[Alternative], **options: Any):
        super().__init__(data, **options)
        self.fields["alternative"].choices = [(row.key, str(row)) for row in alternatives]


class StartForm(forms.Form):
    """What a run is asked for. `as_of` sets both dates to one day."""

    version = forms.TypedChoiceField(label=_("Version"), coerce=int)
    as_of = DayField(
        label=_("As of"),
        required=False,
        help_text=_("Sets both dates below to this day: the replay without hindsight."),
    )
    at = DayField(label=_("Reference date"), required=False, help_text=_("The day that is scored."))
    cutoff = DayField(label=_("Cut-off"), required=False, help_text=_("The last day whose knowledge is used."))
    draws = forms.IntegerField(
        label=_("Draws"), min_value=1, max_value=100_000, help_text=_("Random draws for the intervals.")
    )
    seed = forms.IntegerField(
        label=_("Seed"),
        min_value=0,
        max_value=2**53 - 1,
        required=False,
        help_text=_("Left empty it follows from the inputs, so the same inputs give the same numbers."),
    )
    allow_hindsight = forms.BooleanField(
        label=_("Use judgements made or about later"),
        required=False,
        help_text=_("The run, its page and every brief made from it are then marked “with hindsight”."),
    )
    idempotency_key = forms.CharField(max_length=120, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, versions: Iterable[Version], **options: Any):
        super().__init__(data, **options)
        words = {True: _("Version %d, draft"), False: _("Version %d, published")}
        self.fields["version"].choices = [(row.number, str(words[row.is_draft]) % row.number) for row in versions]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        day = data.get("as_of")
        for name in ("at", "cutoff"):
            data[name] = day or data.get(name)
            if data[name] is None and name not in self.errors:
                self.add_error(name, _("Give a day, or fill “As of”."))
        return data


def new_key() -> str:
    """Makes a second click on one form the same run."""
    return f"page-{uuid4().hex}"


class RunFilter(forms.Form):
    """Which runs are listed; it lives in the address."""

    scenario = forms.ChoiceField(label=_("Scenario"), required=False)
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[
            ("", _("All states")),
            (Run.State.QUEUED, _("Waiting")),
            (Run.State.RUNNING, _("Running")),
            (Run.State.DONE, _("Finished")),
            (Run.State.FAILED, _("Failed")),
            (Run.State.CANCELLED, _("Cancelled")),
        ],
    )

    def __init__(self, data: Any = None, *, scenarios: Iterable[Scenario]):
        super().__init__(data)
        self.fields["scenario"].choices = [("", _("All scenarios")), *((row.slug, str(row)) for row in scenarios)]
