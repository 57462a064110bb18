"""What every endpoint of a team shares: the gate, the situation, pages of rows."""

from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from rest_framework.views import APIView
from world.models import Situation

from accounts.access import allows, membership_of
from accounts.models import ApiToken, Membership, Team
from accounts.permissions import Permission
from core.errors import DomainError
from core.pagination import PAGE_SIZE, keyset_page

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

    def situation(self, *, required: bool = False) -> Situation | None:
        """The situation named by `?situation=`; 404 if the team has none of that name."""
        slug = self.request.query_params.get("situation", "")
        if not slug:
            if required:
                raise DomainError(
                    "Name the situation: ?situation=<its short name>.", code="required", field="situation"
                )
            return None
        found = Situation.objects.filter(team=self.team, slug=slug).first()
        if found is None:
            raise Http404
        return found

    def page(
        self, rows: QuerySet[Any], serializer: type[BaseSerializer[Any]], *, fields: tuple[str, ...] = ("pk",)
    ) -> Response:
        """One keyset page: {"results": [...], "next": "?after=..." or null}."""
        page = keyset_page(rows, self.request._request, fields=fields, size=self._size())
        results = serializer(page.rows, many=True, context={"request": self.request}).data
        return Response({"results": results, "next": f"?{page.next_query}" if page.next_query else None})

    def _size(self) -> int:
        text = self.request.query_params.get("limit", str(PAGE_SIZE))
        if not text.isdigit() or not 1 <= int(text) <= MOST_ROWS:
            raise DomainError(f"limit must be a whole number from 1 to {MOST_ROWS}.", code="invalid", field="limit")
        return int(text)

    def valid(self, serializer: type[BaseSerializer[Any]], **kwargs: Any) -> dict[str, Any]:
        """The checked body; unknown fields are refused, so that a mistyped name is not silently dropped."""
        checked = serializer(data=self.request.data, **kwargs)
        body = self.request.data
        unknown = sorted(set(body) - set(checked.fields)) if isinstance(body, dict) else []
        if unknown:
            raise DomainError(f"There is no field named {unknown[0]!r}.", code="unknown_field", field=unknown[0])
        checked.is_valid(raise_exception=True)
        return dict(checked.validated_data)
