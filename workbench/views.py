"""The two pages that belong to no room: where a person lands, and what a health check asks."""

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from accounts.models import Membership
from accounts.requests import SignedIn


def home(request: SignedIn) -> HttpResponse:
    """To the team of a person who has one; else the list of theirs, which may be empty."""
    members = list(
        Membership.objects.filter(user=request.user, team__closed_at=None)
        .select_related("team")
        .order_by("team__name", "pk")
    )
    if len(members) == 1:
        return redirect("reports:home", team=members[0].team.slug)
    return render(request, "accounts/teams.html", {"memberships": members})


@login_not_required
def live(request: HttpRequest) -> JsonResponse:
    """200 when the web process and its database answer; 503 says that the database does not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Exception:
        return JsonResponse({"status": "database does not answer"}, status=503)
    return JsonResponse({"status": "ok"})
