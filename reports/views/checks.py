"""What a reviewer should look at before approving, read from the frozen context and the runs behind it."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reports.models import Brief, BriefBuild
from scenarios.texts import localised

Json = dict[str, Any]
WEAK = ("D", "E", "F")


def checks(brief: Brief, build: BriefBuild) -> list[Json]:
    """Findings, each {ok, text}: the brief's own first, then those of each scenario, then the sources."""
    context: Any = build.context
    return [*_of_runs(brief), *_of_time(context), *_of_scenarios(context), *_of_sources(context), *_of_file(build)]


def _found(ok: bool, text: str) -> Json:
    return {"ok": ok, "text": text}


def _of_runs(brief: Brief) -> Iterator[Json]:
    drafts = [link.run for link in brief.runs.all() if link.run.of_draft]
    if not drafts:
        yield _found(True, _("All runs are of published versions"))
    for run in drafts:
        values = {"scenario": localised(run.version.scenario.name), "number": run.version.number}
        yield _found(False, _("%(scenario)s was run on a draft of version %(number)s") % values)


def _of_time(context: Json) -> Iterator[Json]:
    if context["time"]["replay"] == "hindsight":
        yield _found(False, _("Judgements made after the cut-off were used"))


def _of_scenarios(context: Json) -> Iterator[Json]:
    for scenario in context["scenarios"]:
        name = {"name": scenario["name"]}
        if scenario["missing"]:
            text = ngettext(
                "%(name)s: %(count)s indicator is in no score",
                "%(name)s: %(count)s indicators are in no score",
                len(scenario["missing"]),
            )
            yield _found(False, text % {**name, "count": len(scenario["missing"])})
        else:
            yield _found(True, _("%(name)s: no indicator is missing for all") % name)
        if aside := [row["label"] for row in scenario["alternatives"] if row["set_aside"]]:
            yield _found(False, _("%(name)s: set aside: %(rows)s") % {**name, "rows": ", ".join(aside)})
        if scenario["contested"]:
            yield _found(False, _("%(name)s: the first place is contested") % name)
        for claim in scenario["claims"]:
            if claim["split"] and len(claim["cites"]) < 2:
                values = {**name, "grade": claim["grade"], "claim": claim["text"]}
                yield _found(
                    False, _("%(name)s rests on a claim of a single source, graded %(grade)s: “%(claim)s”") % values
                )


def _of_sources(context: Json) -> Iterator[Json]:
    weak = [source["key"] for source in context["sources"] if source["grade"][:1] in WEAK]
    if weak:
        yield _found(False, _("Sources of weak or unknown reliability: %(keys)s") % {"keys": ", ".join(weak)})
    if not context["sources"]:
        yield _found(False, _("No source is cited"))


def _of_file(build: BriefBuild) -> Iterator[Json]:
    if build.state == BriefBuild.State.DONE:
        if build.accessible:
            yield _found(True, _("The PDF is tagged for accessibility (PDF/UA-1) and archiving (PDF/A-2a)"))
        else:
            yield _found(False, build.note)
