"""Pages about people."""

from django.urls import path

from accounts import views

app_name = "accounts"

urlpatterns = [
    path("me/tokens/", views.tokens, name="tokens"),
    path("me/preferences/", views.preferences, name="preferences"),
    path("t/<slug:team>/team/", views.team, name="team"),
    path("t/<slug:team>/audit/", views.audit, name="audit"),
]
