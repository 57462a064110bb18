"""The upload of a file of facts."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ImportForm(forms.Form):
    """A file, what it holds, and which release of the dataset it is."""

    file = forms.FileField(
        label=_("File"),
        allow_empty_file=True,
        help_text=_(
            "CSV in UTF-8, with the columns of the chosen format. Nothing is taken in before the whole file is read."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,text/csv"}),
    )
    format = forms.ChoiceField(label=_("Format"))
    vintage = forms.CharField(
        label=_("Vintage"),
        max_length=40,
        required=False,
        help_text=_("The release of the dataset, such as 24.1. Left empty: not stated, and known from today."),
    )

    verb = forms.ChoiceField(
        label=_("A row that differs from what we have"),
        choices=[
            ("revise", _("Revise: more is known now. Earlier states are kept, and a replay still sees them.")),
            ("correct", _("Correct: it had been written wrongly. A replay of any past date sees the new values.")),
        ],
        initial="revise",
        widget=forms.RadioSelect,
    )

    def offer(self, formats: list[tuple[str, str]]) -> None:
        self.fields["format"].choices = formats
