"""The endpoints of version 1."""

from django.urls import include, path

from api.v1 import actors, briefs, events, relations, runs, scenarios, series, situations, sources, teams

of_team = [
    path("situations/", situations.SituationList.as_view()),
    path("situations/<slug:slug>/", situations.SituationDetail.as_view()),
    path("actors/", actors.ActorList.as_view()),
    path("actors/<uuid:key>/", actors.ActorDetail.as_view()),
    path("relations/", relations.RelationList.as_view()),
    path("relations/<uuid:key>/", relations.RelationDetail.as_view()),
    path("relations/<uuid:key>/retract/", relations.RelationRetraction.as_view()),
    path("events/", events.EventList.as_view()),
    path("events/<uuid:key>/", events.EventDetail.as_view()),
    path("events/<uuid:key>/retract/", events.EventRetraction.as_view()),
    path("sources/", sources.SourceList.as_view()),
    path("sources/<uuid:key>/", sources.SourceDetail.as_view()),
    path("sources/<uuid:key>/documents/", sources.DocumentList.as_view()),
    path("series/", series.SeriesList.as_view()),
    path("series/<slug:code>/observations/", series.ObservationsOfSeries.as_view()),
    path("observations/", series.ObservationList.as_view()),
    path("scenarios/", scenarios.ScenarioList.as_view()),
    path("scenarios/<slug:slug>/", scenarios.ScenarioDetail.as_view()),
    path("scenarios/<slug:slug>/versions/", scenarios.VersionList.as_view()),
    path("scenarios/<slug:slug>/versions/<int:number>/", scenarios.VersionDetail.as_view()),
    path("scenarios/<slug:slug>/versions/<int:number>/weights/", scenarios.VersionWeights.as_view()),
    path("scenarios/<slug:slug>/versions/<int:number>/publish/", scenarios.VersionPublication.as_view()),
    path("scenarios/<slug:slug>/judgements/", scenarios.JudgementList.as_view()),
    path("runs/", runs.RunList.as_view()),
    path("runs/<uuid:key>/", runs.RunDetail.as_view()),
    path("runs/<uuid:key>/cancel/", runs.RunCancellation.as_view()),
    path("runs/<uuid:key>/retry/", runs.RunRetry.as_view()),
    path("briefs/", briefs.BriefList.as_view()),
    path("briefs/<uuid:key>/", briefs.BriefDetail.as_view()),
    path("briefs/<uuid:key>/approve/", briefs.BriefApproval.as_view()),
    path("briefs/<uuid:key>/publish/", briefs.BriefPublication.as_view()),
    path("briefs/<uuid:key>/pdf/", briefs.BriefPdf.as_view()),
]

urlpatterns = [
    path("teams/", teams.TeamList.as_view(), name="teams"),
    path("teams/<slug:team>/", include(of_team)),
]
