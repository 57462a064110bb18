"""Every door. Team pages live below /t/<team>/, the API below /api/v1/."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

from workbench.views import home, live

setattr(admin.site, "login", secure_admin_login(admin.site.login))  # noqa: B010  a method to the type checker

urlpatterns = [
    path("", home, name="home"),
    path("healthz/", live, name="live"),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("", include("accounts.urls")),
    path("", include("world.urls")),
    path("", include("scenarios.urls")),
    path("", include("reports.urls")),
    path("", include("api.urls")),
]
