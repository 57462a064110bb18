"""Pages that join all rooms: below a team, and below one of its situations."""

from django.urls import include, path

from reports.views import briefs, builds, decisions, home, overview

app_name = "reports"

of_brief = [
    path("", briefs.brief, name="brief"),
    path("paper/", briefs.paper, name="brief_paper"),
    path("words/", briefs.words, name="brief_words"),
    path("approve/", decisions.approve, name="brief_approve"),
    path("publish/", decisions.publish, name="brief_publish"),
    path("pdf/", builds.pdf, name="brief_pdf"),
    path("status/", builds.status, name="brief_status"),
    path("retry/", builds.retry, name="brief_retry"),
    path("cancel/", builds.cancel, name="brief_cancel"),
]

in_situation = [
    path("", overview.overview, name="overview"),
    path("map/<uuid:pk>/", overview.situation_map, name="map"),
    path("briefs/", briefs.briefs, name="briefs"),
    path("briefs/new/", briefs.new, name="brief_new"),
    path("briefs/<uuid:pk>/", include(of_brief)),
]

urlpatterns = [
    path("t/<slug:team>/", home.home, name="home"),
    path("t/<slug:team>/situations/new/", home.new_situation, name="situation_new"),
    path("t/<slug:team>/s/<slug:situation>/", include(in_situation)),
]
