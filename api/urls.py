"""/api/v1/: the schema, its page, and the endpoints."""

from django.urls import include, path, re_path
from drf_spectacular.views import SpectacularAPIView

from api.views import Documentation, Unknown

app_name = "api"

urlpatterns = [
    path("api/v1/schema/", SpectacularAPIView.as_view(), name="schema"),
    path("api/v1/docs/", Documentation.as_view(), name="docs"),
    path("api/v1/", include("api.v1.urls")),
    re_path(r"^api/", Unknown.as_view()),
]
