"""What the pages about situations and briefs take in. Rules live in the services; these only read."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from scenarios.models import Run
from world.forms.fields import DayField


class SituationForm(forms.Form):
    """A situation is a name; what it selects is added on its own pages."""

    name = forms.CharField(label=_("Name"), max_length=200, help_text=_("For example: Mali after MINUSMA."))
    summary = forms.CharField(
        label=_("What it is about"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )
    default_at = DayField(
        label=_("Reference date"), required=False, help_text=_("The date that runs describe, unless told otherwise.")
    )
    default_cutoff = DayField(
        label=_("Information cut-off"), required=False, help_text=_("The last day whose knowledge runs use.")
    )


class BriefForm(forms.Form):
    """A brief: its words, and one finished run for each scenario or none."""

    PREFIX = "run-"

    title = forms.CharField(label=_("Title"), max_length=200)
    subtitle = forms.CharField(label=_("Subtitle"), max_length=300, required=False)
    locale = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)

    def __init__(self, *args: Any, runs: Iterable[Run], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.by_key = {str(run.pk): run for run in runs}
        by_scenario: dict[Any, list[Run]] = {}
        for run in self.by_key.values():
            by_scenario.setdefault(run.version.scenario, []).append(run)
        dates = next(((run.at, run.cutoff) for run in self.by_key.values()), None)
        for scenario in sorted(by_scenario, key=lambda row: str(row.pk)):
            rows = by_scenario[scenario]
            fitting = next((run for run in rows if (run.at, run.cutoff) == dates), None)
            self.fields[f"{self.PREFIX}{scenario.slug}"] = forms.ChoiceField(
                label=str(scenario),
                required=False,
                choices=[("", _("Leave it out")), *((str(run.pk), run_words(run)) for run in rows)],
                initial=str(fitting.pk) if fitting else "",
            )

    @property
    def run_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith(self.PREFIX)]

    def runs(self) -> list[Run]:
        """The chosen runs in the order of the scenarios."""
        keys = [self.cleaned_data[name] for name in self.fields if name.startswith(self.PREFIX)]
        return [self.by_key[key] for key in keys if key]


def run_words(run: Run) -> str:
    """A run as one line of a list to choose from."""
    values = {
        "number": run.number,
        "at": date_format(run.at, "j F Y"),
        "cutoff": date_format(run.cutoff, "j F Y"),
        "version": run.version.number,
    }
    if run.of_draft:
        return _now("Run %(number)s: %(at)s, known by %(cutoff)s, draft of version %(version)s") % values
    return _now("Run %(number)s: %(at)s, known by %(cutoff)s, version %(version)s") % values


class VersionSeen(forms.Form):
    """The state of the row that a button was pressed on."""

    expected = forms.IntegerField(min_value=1)


class WordsForm(VersionSeen):
    """The words of a draft."""

    expected = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    title = forms.CharField(label=_("Title"), max_length=200)
    subtitle = forms.CharField(label=_("Subtitle"), max_length=300, required=False)
