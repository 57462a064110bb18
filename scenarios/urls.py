"""Pages about scenarios and runs, all inside one situation."""

from django.urls import include, path

from scenarios.views import alternatives, builder, downloads, judging, listing, runs, starting, versions

app_name = "scenarios"

of_scenario = [
    path("", builder.scenario, name="scenario"),
    path("weights/", builder.weights, name="weights"),
    path("indicators/", builder.indicators, name="indicators"),
    path("alternatives/", alternatives.choose, name="alternatives"),
    path("alternatives/add/", alternatives.add, name="alternative_add"),
    path("judgements/", judging.judge, name="judge"),
    path("publish/", versions.publish, name="publish"),
    path("draft/", versions.draft, name="draft"),
    path("start/", starting.start, name="start"),
]

of_run = [
    path("", runs.run, name="run"),
    path("status/", runs.status, name="run_status"),
    path("cancel/", runs.cancel, name="run_cancel"),
    path("retry/", runs.retry, name="run_retry"),
    path("inputs.json", downloads.inputs_json, name="run_inputs"),
    path("results.json", downloads.results_json, name="run_json"),
    path("results.csv", downloads.results_csv, name="run_csv"),
]

in_situation = [
    path("scenarios/", listing.scenarios, name="list"),
    path("scenarios/new/", listing.new, name="new"),
    path("scenarios/<slug:scenario>/", include(of_scenario)),
    path("runs/", runs.runs, name="runs"),
    path("runs/<uuid:pk>/", include(of_run)),
]

urlpatterns = [path("t/<slug:team>/s/<slug:situation>/", include(in_situation))]
