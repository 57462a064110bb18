"""The builder: the tree of a version with its weights, one indicator in detail, and what to do next."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.access import team_page
from accounts.permissions import Permission
from accounts.requests import TeamRequest
from core.errors import Conflict
from scenarios.forms import AlternativeForm, IndicatorForm, JudgementForm, PublishForm, WeightsForm
from scenarios.models import Judgement, Scenario, Version
from scenarios.selectors import alternatives_of, judgements_of
from scenarios.services import save_weights, set_active
from scenarios.views.answers import VIA, at, attempt, draft_or_404, scenario_or_404, version_or_404
from scenarios.views.checks import checks_of
from scenarios.views.comparison import compared
from scenarios.views.detail import detail_of
from scenarios.views.tree import Tree
from world.models import AdminArea
from world.selectors.pages import situation_actors
from world.views.answers import page_or_part

TABS = ("structure", "alternatives", "versions")


@team_page(Permission.READ)
def scenario(request: TeamRequest, scenario: str) -> HttpResponse:
    """The draft to work on, or a version as it was published. For htmx: one indicator."""
    found = scenario_or_404(request, scenario)
    version = version_or_404(found, request.GET.get("version", ""))
    context = page_context(request, version)
    if not request.GET.get("indicator") or "tree" not in context:
        return render(request, "scenarios/scenario.html", context)
    return page_or_part(
        request, "scenarios/scenario.html", "scenarios/_picked.html", context | _moved(request, context)
    )


def _moved(request: TeamRequest, context: dict[str, Any]) -> dict[str, Any]:
    """The links of the tree that change when another indicator is opened: the one before, and the new one."""
    before = parse_qs(urlsplit(request.htmx.current_url or "").query).get("indicator", [""])[0]
    picked = {row.key: row for row in (context["tree"].leaf(before), context["row"]) if row is not None}
    return {"moved": list(picked.values())}


def page_context(
    request: TeamRequest,
    version: Version,
    *,
    tab: str = "",
    typed: dict[str, str] | None = None,
    indicator: str = "",
    **given: Any,
) -> dict[str, Any]:
    """Everything the builder shows. `given` are bound forms and errors of an edit that was refused."""
    found = version.scenario
    tab = tab or request.GET.get("tab", "")
    alternatives = alternatives_of(version)
    context = {
        "scenario": found,
        "version": version,
        "tab": tab if tab in TABS else TABS[0],
        "alternatives": alternatives,
        "versions": list(found.versions.select_related("published_by").order_by("-number")),
        "url": at(request, "scenario", found.slug),
        "query": f"&version={version.number}" if request.GET.get("version") else "",
    }
    context["draft"] = next((row for row in context["versions"] if row.is_draft), None)
    context["tabs"] = _tabs(request, context)
    build = {"structure": _structure, "alternatives": _alternatives, "versions": compared}[context["tab"]]
    return context | build(request, version, context, typed=typed, indicator=indicator) | given


def _tabs(request: TeamRequest, context: dict[str, Any]) -> list[dict[str, Any]]:
    labels = {
        "structure": (_("Structure and weights"), None),
        "alternatives": (_("Alternatives"), sum(row.active for row in context["alternatives"])),
        "versions": (_("Versions"), len(context["versions"])),
    }
    tabs = [
        {
            "label": label,
            "count": count,
            "url": f"{context['url']}?tab={key}{context['query']}",
            "current": key == context["tab"],
        }
        for key, (label, count) in labels.items()
    ]
    runs = f"{at(request, 'runs')}?scenario={context['scenario'].slug}"
    return [*tabs, {"label": _("Runs"), "count": None, "url": runs, "current": False}]


def _structure(
    request: TeamRequest, version: Version, context: dict[str, Any], *, typed: Any, indicator: str
) -> dict[str, Any]:
    tree = Tree(version, typed)
    judgements = standing(request, version.scenario)
    row = tree.leaf(indicator or request.GET.get("indicator", ""))
    today = timezone.localdate()
    expected = {"expected": version.row_version}
    found: dict[str, Any] = {"tree": tree, "today": today, "row": row}
    if row is not None:
        scored = [alternative for alternative in context["alternatives"] if alternative.active]
        found |= detail_of(row, scored, judgements)
        first = {"indicator": row.key, "about": version.scenario.situation.default_at or today, "made_on": today}
        found["judgement_form"] = JudgementForm(alternatives=scored, initial=first)
        found["indicator_form"] = IndicatorForm(initial={**expected, "indicator": row.key})
    if version.is_draft:
        found["checks"] = checks_of(tree, context["alternatives"], judgements, today)
        found["publish_form"] = PublishForm(initial=expected, auto_id="publish_%s")
        found["weights_form"] = WeightsForm(None, keys=[])
    return found


def standing(request: TeamRequest, found: Scenario) -> list[Judgement]:
    """The judgements that this person may see and that nobody replaced, the latest first."""
    return list(judgements_of(found, viewer=request.user).standing())


def _alternatives(request: TeamRequest, version: Version, context: dict[str, Any], **_given: Any) -> dict[str, Any]:
    if not version.is_draft:
        return {}
    return {"add_form": add_form(request, version, initial={"expected": version.row_version})}


def add_form(request: TeamRequest, version: Version, data: Any = None, **options: Any) -> AlternativeForm:
    """The form for one more alternative, with what is not yet among them."""
    kind = version.scenario.alternatives_kind
    areas, actors = [], []
    if kind == "area":
        rows = AdminArea.objects.filter(situation_links__situation=request.situation).defer("outline")
        areas = rows.exclude(pk__in=version.alternatives.values("area")).order_by("level", "pcode")
    if kind == "coalition":
        actors = situation_actors(request.user, request.situation).order_by("shown_norm", "pk")
    return AlternativeForm(data, kind=kind, areas=areas, actors=actors, **options)


def refused(request: TeamRequest, version: Version, status: int = 422, **given: Any) -> HttpResponse:
    """The page again, with what was typed and why it was not taken."""
    return render(request, "scenarios/scenario.html", page_context(request, version, **given), status=status)


@team_page(Permission.READ, write=Permission.WRITE_SCENARIOS, methods=("POST",))
def weights(request: TeamRequest, scenario: str) -> HttpResponse:
    """Save the declared weights of a draft as one set."""
    version = draft_or_404(scenario_or_404(request, scenario))
    form = WeightsForm(request.POST, keys=Tree(version).editable)
    given = {"tab": "structure", "weights_form": form}
    if not form.is_valid():
        return refused(request, version, typed=form.raw(), **given)
    data = form.cleaned_data
    asked = {"weights": form.weights(), "reason": data["reason"], "expected": data["expected"]}
    try:
        done = attempt(form, lambda: save_weights(version=version, by=request.user, via=VIA, **asked) or True)
    except Conflict as error:
        return _both(request, version.pk, form, error)
    if done is None:
        return refused(request, version, typed=form.raw(), **given)
    messages.success(request, _("The weights are saved."))
    return redirect(at(request, "scenario", scenario))


def _both(request: TeamRequest, pk: Any, form: WeightsForm, error: Conflict) -> HttpResponse:
    """Somebody saved first: both values of each weight that differs, ready to be saved again."""
    now = Version.objects.select_related("scenario__situation").get(pk=pk)
    mine = form.weights()
    differing = [row for row in Tree(now).shown if row.key in mine and row.declared != mine[row.key]]
    both = [{"row": row, "now": row.declared, "mine": mine[row.key]} for row in differing]
    return refused(request, now, 409, tab="structure", typed=form.raw(), error=error, both=both, weights_form=form)


@team_page(Permission.READ, write=Permission.WRITE_SCENARIOS, methods=("POST",))
def indicators(request: TeamRequest, scenario: str) -> HttpResponse:
    """Take an indicator of a draft into the score or out of it."""
    version = draft_or_404(scenario_or_404(request, scenario))
    form = IndicatorForm(request.POST)
    key = request.POST.get("indicator", "")[:30]
    if form.is_valid():
        data = form.cleaned_data
        change = {"active": {data["indicator"]: data["active"]}, "reason": data["reason"]}
        who = {"version": version, "by": request.user, "expected": data["expected"], "via": VIA}
        try:
            done = attempt(form, lambda: set_active(**who, **change) or True)
        except Conflict as error:
            now = Version.objects.select_related("scenario__situation").get(pk=version.pk)
            return refused(request, now, 409, tab="structure", indicator=key, error=error)
        if done:
            return redirect(f"{at(request, 'scenario', scenario)}?indicator={data['indicator']}")
    return refused(request, version, tab="structure", indicator=key, indicator_form=form)
