"""Forms about people."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import ApiToken, Team, User


class TokenForm(forms.Form):
    """A new token: for one team of this person, with an end."""

    team = forms.ModelChoiceField(Team.objects.none(), label=_("Team"))
    name = forms.CharField(label=_("Name"), max_length=80, help_text=_("What the token is for."))
    scope = forms.ChoiceField(label=_("Scope"), choices=ApiToken.Scope.choices)
    days = forms.IntegerField(label=_("Valid for (days)"), min_value=1, max_value=365, initial=90)

    def __init__(self, *args: Any, user: User, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset = Team.objects.filter(memberships__user=user, closed_at=None).order_by(
            "name", "pk"
        )


class PreferencesForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """Language and keyboard."""

    class Meta:
        model = User
        fields = ["language", "shortcuts"]
