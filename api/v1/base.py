"""What endpoints share: checked input, pages of rows, and the gate of a team."""

from collections.abc import Callable
from typing import Any, ClassVar, cast

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from rest_framework.views import APIView

from accounts.access import allows, membership_of
from accounts.models import ApiToken, Membership, Team, User
from accounts.permissions import Permission
from core.errors import DomainError
from core.pagination import PAGE_SIZE, keyset_page
from world.models import Situation

SAFE = ("GET", "HEAD", "OPTIONS")


class CheckedAPIView(APIView):
    """An endpoint for a signed-in person that refuses what it does not know."""

    size: int = PAGE_SIZE

    @property
    def user(self) -> User:
        """Who asks; anonymous visitors do not come this far."""
        return cast(User, self.request.user)

    def asked(self, serializer: type[BaseSerializer[Any]]) -> dict[str, Any]:
        """The checked query parameters; unknown names are refused, so that a mistyped filter does not show all rows."""
        asked = self._checked(serializer, {name: value for name, value in self.request.query_params.items() if value})
        self.size = asked.get("limit", PAGE_SIZE)
        return asked

    def valid(self, serializer: type[BaseSerializer[Any]]) -> dict[str, Any]:
        """The checked body; unknown names are refused, so that a mistyped one is not silently dropped."""
        return self._checked(serializer, self.request.data)

    def page(
        self,
        rows: QuerySet[Any],
        serializer: type[BaseSerializer[Any]],
        *,
        fields: tuple[str, ...] = ("pk",),
        context: Callable[[list[Any]], dict[str, Any]] = lambda rows: {},
    ) -> Response:
        """One keyset page: {"results": [...], "next": "?after=..." or null}. `context` reads for all rows at once."""
        page = keyset_page(rows, self.request._request, fields=fields, size=self.size)
        results = serializer(page.rows, many=True, context=context(page.rows)).data
        return Response({"results": results, "next": f"?{page.next_query}" if page.next_query else None})

    def _checked(self, serializer: type[BaseSerializer[Any]], data: Any) -> dict[str, Any]:
        checked: Any = serializer(data=data)
        unknown = sorted(set(data) - set(checked.fields)) if isinstance(data, dict) else []
        if unknown:
            raise DomainError(
                _("There is no field named “%(name)s”.") % {"name": unknown[0]}, code="unknown_field", field=unknown[0]
            )
        checked.is_valid(raise_exception=True)
        return dict(checked.validated_data)


class TeamAPIView(CheckedAPIView):
    """An endpoint below a team: outsiders get 404, members without the right 403, a read token cannot write."""

    team_gated: ClassVar[bool] = True
    read: ClassVar[Permission] = Permission.READ
    write: ClassVar[Permission] = Permission.READ

    membership: Membership

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        token = request.auth if isinstance(request.auth, ApiToken) else None
        slug = self.kwargs.pop("team")
        if token is not None and token.team.slug != slug:
            raise Http404
        self.membership = membership_of(request.user, slug)
        reading = request.method in SAFE
        if not reading and token is not None and token.scope != ApiToken.Scope.WRITE:
            raise PermissionDenied
        if not allows(self.membership, self.read if reading else self.write):
            raise PermissionDenied

    @property
    def team(self) -> Team:
        return self.membership.team

    def situation(self) -> Situation | None:
        """The situation named by `?situation=`; 404 if the team has none of that name."""
        slug = self.request.query_params.get("situation", "")
        if not slug:
            return None
        found = self._situation(slug)
        if found is None:
            raise Http404
        return found

    def named_situation(self, slug: str) -> Situation:
        """The situation that a body names."""
        found = self._situation(slug)
        if found is None:
            raise DomainError(_("There is no “%(key)s”.") % {"key": slug}, code="unknown", field="situation")
        return found

    def chosen_situation(self, data: dict[str, Any]) -> Situation | None:
        """Take the situation out of a body that need not name one."""
        slug = data.pop("situation", "")
        return self.named_situation(slug) if slug else None

    def _situation(self, slug: str) -> Situation | None:
        return Situation.objects.filter(team=self.team, slug=slug).first()
