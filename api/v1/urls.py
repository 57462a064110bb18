"""The endpoints of version 1."""

from django.urls import path

from api.v1 import teams

urlpatterns = [
    path("teams/", teams.TeamList.as_view(), name="teams"),
]
