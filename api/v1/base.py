"""What every endpoint of a team shares: the gate, the situation, pages of rows."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from rest_framework.views import APIView

from accounts.access import allows, membership_of
from accounts.models import ApiToken, Membership, Team
from accounts.permissions import Permission
from core.errors import DomainError
from core.pagination import PAGE_SIZE, keyset_page
from world.models import Situation

SAFE = ("GET", "HEAD", "OPTIONS")
MOST_ROWS = 200


class TeamAPIView(APIView):
    """An endpoint below a team: outsiders get 404, members without the right 403, a read token cannot write."""

    team_gated: ClassVar[bool] = True
    read: ClassVar[Permission] = Permission.READ
    write: ClassVar[Permission] = Permission.READ

    membership: Membership

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        token = request.auth if isinstance(request.auth, ApiToken) else None
        if token is not None and token.team.slug != kwargs["team"]:
            raise Http404
        self.membership = membership_of(request.user, kwargs.pop("team"))
        self.kwargs.pop("team", None)
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
        return self.named_situation(self.request.query_params.get("situation", ""), in_path=True)

    def named_situation(self, slug: str, *, in_path: bool = False) -> Situation | None:
        """A situation by its slug; None without one."""
        if not slug:
            return None
        found = Situation.objects.filter(team=self.team, slug=slug).first()
        if found is None and in_path:
            raise Http404
        if found is None:
            raise DomainError(_("There is no “%(key)s”.") % {"key": slug}, code="unknown", field="situation")
        return found

    def page(
        self,
        rows: QuerySet[Any],
        serializer: type[BaseSerializer[Any]],
        *,
        fields: tuple[str, ...] = ("pk",),
        context: Callable[[list[Any]], dict[str, Any]] = lambda rows: {},
    ) -> Response:
        """One keyset page: {"results": [...], "next": "?after=..." or null}. `context` reads for all rows at once."""
        page = keyset_page(rows, self.request._request, fields=fields, size=self._size())
        results = serializer(page.rows, many=True, context=context(page.rows)).data
        return Response({"results": results, "next": f"?{page.next_query}" if page.next_query else None})

    def _size(self) -> int:
        text = self.request.query_params.get("limit", str(PAGE_SIZE))
        if not (text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= MOST_ROWS):
            raise DomainError(
                _("limit must be a whole number from 1 to %(most)d.") % {"most": MOST_ROWS},
                code="invalid",
                field="limit",
            )
        return int(text)

    def asked(self, serializer: type[BaseSerializer[Any]]) -> dict[str, Any]:
        """The checked query parameters; unknown names are refused, so that a mistyped filter does not show all rows."""
        return self._checked(serializer, {name: value for name, value in self.request.query_params.items() if value})

    def valid(self, serializer: type[BaseSerializer[Any]]) -> dict[str, Any]:
        """The checked body; unknown names are refused, so that a mistyped one is not silently dropped."""
        return self._checked(serializer, self.request.data)

    def _checked(self, serializer: type[BaseSerializer[Any]], data: Any) -> dict[str, Any]:
        checked: Any = serializer(data=data)
        unknown = sorted(set(data) - set(checked.fields)) if isinstance(data, dict) else []
        if unknown:
            raise DomainError(
                _("There is no field named “%(name)s”.") % {"name": unknown[0]}, code="unknown_field", field=unknown[0]
            )
        checked.is_valid(raise_exception=True)
        return dict(checked.validated_data)
