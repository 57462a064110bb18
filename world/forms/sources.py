"""Forms about sources."""

from django import forms
from django.utils.translation import gettext_lazy as _

from world.forms.fields import ReasonForm
from world.models import Reliability


class RateForm(ReasonForm):
    """How reliable a publisher is, from now on."""

    reliability = forms.ChoiceField(label=_("Reliability"), choices=Reliability.choices)
    expected = forms.IntegerField(widget=forms.HiddenInput)
    field_order = ["reliability", "reason"]
