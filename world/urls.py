"""Pages about facts, all inside one situation."""

from django.urls import include, path

from world.views import actors, event_edits, events, imports, relations, sources

app_name = "world"

in_situation = [
    path("actors/", actors.actors, name="actors"),
    path("actors/new/", actors.new, name="actor_new"),
    path("actors/<uuid:pk>/", actors.actor, name="actor"),
    path("actors/<uuid:pk>/edit/", actors.edit, name="actor_edit"),
    path("relations/", relations.relations, name="relations"),
    path("relations/new/", relations.new, name="relation_new"),
    path("relations/<uuid:pk>/", relations.relation, name="relation"),
    path("relations/<uuid:pk>/edit/", relations.edit, name="relation_edit"),
    path("relations/<uuid:pk>/end/", relations.end, name="relation_end"),
    path("relations/<uuid:pk>/retract/", relations.retract, name="relation_retract"),
    path("events/", events.events, name="events"),
    path("events.csv", events.events_csv, name="events_csv"),
    path("events/new/", event_edits.new, name="event_new"),
    path("events/<uuid:pk>/", events.event, name="event"),
    path("events/<uuid:pk>/edit/", event_edits.edit, name="event_edit"),
    path("events/<uuid:pk>/retract/", event_edits.retract, name="event_retract"),
    path("sources/", sources.sources, name="sources"),
    path("sources/<uuid:pk>/", sources.source, name="source"),
    path("imports/", imports.imports, name="imports"),
    path("imports/new/", imports.new, name="import_new"),
    path("imports/<uuid:pk>/", imports.batch, name="import"),
    path("imports/<uuid:pk>/status/", imports.status, name="import_status"),
    path("imports/<uuid:pk>/issues.csv", imports.issues_csv, name="import_issues"),
    path("imports/<uuid:pk>/cancel/", imports.cancel, name="import_cancel"),
    path("imports/<uuid:pk>/retry/", imports.retry, name="import_retry"),
    path("imports/<uuid:pk>/undo/", imports.undo, name="import_undo"),
]

urlpatterns = [path("t/<slug:team>/s/<slug:situation>/", include(in_situation))]
