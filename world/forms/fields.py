"""Fields that the forms about facts share."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.utils.functional import Promise, lazy
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from core.text import clean
from world.models import Handling

Label = str | Promise


class PickField(forms.ChoiceField):
    """One of a few rows, named by its natural key: the address says pcode=ML08, never a row id."""

    def __init__(self, *, empty: Label = "", **options: Any):
        super().__init__(**options)
        self.empty = empty
        self.rows: dict[str, Any] = {}

    def offer(
        self,
        rows: Iterable[Any],
        *,
        key: str,
        group: Callable[[Any], str] | None = None,
        words: Callable[[Any], Any] = str,
    ) -> None:
        """Set what can be chosen; `group` puts the rows under headings."""
        self.rows = {str(getattr(row, key)): row for row in rows}
        first = [("", self.empty)]
        if group is None:
            self.choices = [*first, *((value, words(row)) for value, row in self.rows.items())]
            return
        groups: dict[str, list[tuple[str, Any]]] = {}
        for value, row in self.rows.items():
            groups.setdefault(group(row), []).append((value, words(row)))
        self.choices = [*first, *groups.items()]

    def clean(self, value: Any) -> Any:
        return self.rows.get(super().clean(value))

    def prepare_value(self, value: Any) -> Any:
        return next((key for key, row in self.rows.items() if row == value), value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(self.prepare_value(initial) or "") != str(data or "")


class DayField(forms.DateField):
    """A day, with the browser's own picker."""

    def __init__(self, **options: Any):
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **options)


class LinesField(forms.CharField):
    """Several short texts, one on each line."""

    def __init__(self, **options: Any):
        super().__init__(widget=forms.Textarea(attrs={"rows": 4}), **options)

    def clean(self, value: Any) -> list[str]:
        lines = (clean(line) for line in super().clean(value).splitlines())
        return list(dict.fromkeys(line for line in lines if line))

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list | tuple) else value


class ReasonForm(forms.Form):
    """Why a fact is changed: the reason stays with the change."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        help_text=_("It stays with the change and is shown in the history."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )


_titled: Callable[..., Any] = lazy(lambda name, words: format_html("<span><b>{}</b>: {}</span>", name, words), str)


class ChangeForm(ReasonForm):
    """A change of a fact that scores use: by which of the two verbs of knowledge time, and from which version on."""

    VERBS = [
        (
            "correct",
            _titled(
                _("Correct"),
                _("we had written it wrongly. The record changes in place, and a replay of any past date sees it."),
            ),
        ),
        (
            "revise",
            _titled(
                _("Revise"),
                _("the world told us more. The earlier state is kept, and a replay before that day still sees it."),
            ),
        ),
    ]
    verb = forms.ChoiceField(label=_("What kind of change is this?"), choices=VERBS, widget=forms.RadioSelect)
    expected = forms.IntegerField(widget=forms.HiddenInput)


class RetractForm(ReasonForm):
    """Taking a fact back: earlier cut-offs still see it."""

    known_from = DayField(
        label=_("Known since"),
        required=False,
        help_text=_("The day on which it turned out to be wrong. Left empty: today."),
    )
    expected = forms.IntegerField(widget=forms.HiddenInput)


class HandlingFields(forms.Form):
    """Who may see a fact, and whether it tells of a private person."""

    handling = forms.ChoiceField(label=_("Who may see it"), choices=Handling.choices, initial=Handling.TEAM)
    allowed = forms.MultipleChoiceField(
        label=_("Named people"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Counts only for “named people only”. You are always among them."),
    )
    contains_personal_data = forms.BooleanField(label=_("It tells of a private person"), required=False)

    def offer_people(self, people: Iterable[Any]) -> None:
        """Set who can be named."""
        self.people = {str(person.pk): person for person in people}
        self.fields["allowed"].choices = [(key, str(person)) for key, person in self.people.items()]

    def handling_given(self) -> dict[str, Any]:
        """Handling as the services take it."""
        data = self.cleaned_data
        return {
            "handling": data["handling"],
            "contains_personal_data": data["contains_personal_data"],
            "allowed": [self.people[key] for key in data["allowed"]],
        }

    @property
    def handling_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in ("handling", "allowed", "contains_personal_data")]
