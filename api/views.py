"""The page of the documentation, and the answer to an address below /api/ that does not exist."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.http.response import HttpResponseBase
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularSwaggerSplitView
from rest_framework.exceptions import NotAuthenticated
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.views import APIView


class Documentation(SpectacularSwaggerSplitView):
    """Swagger UI from our own host; a visitor signs in first and comes back."""

    url_name = "api:schema"
    template_name = "api/docs.html"

    def handle_exception(self, exc: Exception) -> HttpResponseBase:  # a redirect is not rendered
        if isinstance(exc, NotAuthenticated):
            return redirect_to_login(self.request.get_full_path())
        answer: HttpResponseBase = super().handle_exception(exc)
        return answer


@extend_schema(exclude=True)
class Unknown(APIView):
    """Programs get a problem document, not a page."""

    permission_classes = (AllowAny,)
    authentication_classes = ()

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        raise Http404
