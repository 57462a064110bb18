"""Pages about people: my tokens and preferences, the team and its audit log."""

from datetime import timedelta

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.access import team_page
from accounts.forms import PreferencesForm, TokenForm
from accounts.models import ApiToken, Membership
from accounts.permissions import LABELS, Permission
from accounts.requests import SignedIn, TeamRequest
from accounts.roles import ROLES
from accounts.services import create_token, revoke_token, set_preferences
from core.models import AuditEvent
from core.pagination import keyset_page
from core.text import clean


def tokens(request: SignedIn) -> HttpResponse:
    """A person's own tokens over all teams; a new one is shown once, on this answer."""
    form = TokenForm(request.POST or None, user=request.user)
    text = ""
    if request.method == "POST" and "revoke" in request.POST:
        return _revoke(request)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        expires = timezone.now() + timedelta(days=data["days"])
        _token, text = create_token(
            team=data["team"], user=request.user, name=data["name"], scope=data["scope"], expires_at=expires, via="ui"
        )
        form = TokenForm(user=request.user)
    own = (
        ApiToken.objects.filter(user=request.user, revoked_at=None).select_related("team").order_by("-created_at", "pk")
    )
    status = 422 if request.method == "POST" and form.errors else 200
    return render(request, "accounts/tokens.html", {"form": form, "tokens": own, "text": text}, status=status)


def _revoke(request: SignedIn) -> HttpResponse:
    token = ApiToken.objects.select_related("team").filter(pk=request.POST["revoke"], user=request.user).first()
    if token is None:
        raise Http404
    revoke_token(token=token, by=request.user, now=timezone.now(), via="ui")
    messages.success(request, _("The token “%(name)s” is revoked.") % {"name": token.name})
    return redirect("accounts:tokens")


@require_POST
def preferences(request: SignedIn) -> HttpResponse:
    """Save language and keyboard choice."""
    form = PreferencesForm(request.POST, instance=request.user)
    if form.is_valid():
        set_preferences(user=request.user, **form.cleaned_data)
        messages.success(request, _("Saved."))
    return redirect("home")


@team_page(Permission.READ)
def team(request: TeamRequest) -> HttpResponse:
    """Who is in the team, and what each role may do."""
    members = (
        Membership.objects.filter(team=request.team).select_related("user").order_by("user__name", "user__email", "pk")
    )
    return render(
        request, "accounts/team.html", {"members": members, "roles": ROLES.values(), "permissions": LABELS.items()}
    )


@team_page(Permission.READ_AUDIT)
def audit(request: TeamRequest) -> HttpResponse:
    """What was done, newest first; filters in the URL."""
    rows = AuditEvent.objects.filter(team_id=request.team.pk)
    if words := clean(request.GET.get("q", ""))[:120]:
        rows = rows.filter(Q(verb__icontains=words) | Q(by_email__icontains=words) | Q(label__icontains=words))
    page = keyset_page(rows, request, fields=("-id",))
    return render(request, "accounts/audit.html", {"page": page})
