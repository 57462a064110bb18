"""The chapter of one scenario: its verdict, its figures, what is contested, what fails and what is set aside."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from reports.charts.geomap import MapData
from reports.charts.lettering import number, percent, share_of_draws
from reports.content import (
    Column,
    Heading,
    Inlines,
    Key,
    Node,
    Panel,
    Paragraph,
    Side,
    Table,
    cite,
    parse,
    plain,
    strong,
)
from reports.context import Alternative, ClaimEffect, ScenarioResult
from reports.document.figures import (
    Drawn,
    accept_figure,
    claim_figure,
    contribution_figure,
    map_figure,
    rank_figure,
    ranked,
    scored,
)
from reports.document.words import listed


def section(
    scenario: ScenarioResult, source: str, locale: str, geography: MapData | None, map_note: str
) -> Iterator[Node | Drawn]:
    """The blocks of a scenario's chapter in order; `geography` only where its alternatives are areas."""
    yield Heading(scenario["question"])
    yield Key(scenario["verdict"])
    yield _reading(scenario)
    yield Paragraph([plain(_opening(scenario, locale))])
    for index, node in enumerate(scenario["text"]):
        yield parse(node, f"{scenario['key']}.text[{index}]")
    yield rank_figure(scenario, source, locale)
    if geography is not None:
        yield Heading(_("Where"), level=2)
        yield map_figure(scenario, geography, map_note, source, locale)
        yield _ranking(scenario, locale)
        yield from _apart(scenario)
    else:
        yield from _apart(scenario)
        yield _ranking(scenario, locale)
    yield from _contested(scenario, source, locale)
    yield from _reasons(scenario, source, locale)


def _reading(scenario: ScenarioResult) -> Side:
    names = listed([item["name"] for item in scenario["dimensions"]])
    if scenario["higher_is"] == "worse":
        text = _("An index from 0 to 100; higher is worse. It is made of %(names)s.") % {"names": names}
    else:
        text = _("A score from 0 to 100; higher is better. It is made of %(names)s.") % {"names": names}
    return Side(_("Reading the score"), text)


def _opening(scenario: ScenarioResult, locale: str) -> str:
    order, everyone = ranked(scenario), scenario["alternatives"]
    values = {"count": len(everyone), "ranked": len(order), "draws": number(scenario["run"]["draws"], locale, 0)}
    opening = (
        _("%(ranked)s of %(count)s alternatives are ranked, each with its interval over %(draws)s draws.") % values
    )
    if scenario["contested"]:
        return opening + " " + _("The leader comes first in fewer than 60% of draws: treat the order as contested.")
    return opening


def _ranking(scenario: ScenarioResult, locale: str) -> Table:
    columns = [
        Column(_("Rank"), 0.5, "right"),
        Column(_("Alternative"), 2.8),
        Column(_("Score"), 0.7, "right"),
        Column(_("90% interval"), 1.1, "right"),
        Column(_("First in"), 0.7, "right"),
        Column(_("Weight present"), 1.0, "right"),
        Column(_("Remark"), 1.7),
    ]
    rest = [item for item in scenario["alternatives"] if item["score"] is None]
    rows: list[list[str | Inlines]] = [_row(item, locale) for item in [*scored(scenario), *rest]]
    note = _("Intervals are 5th to 95th percentiles. Weight present is the share of the weight that has a value.")
    return Table(_("All alternatives: %(name)s") % {"name": scenario["name"]}, columns, rows, note)


def _row(item: Alternative, locale: str) -> list[str | Inlines]:
    interval = item["interval"]
    inside = item["rank"] is not None and not item["fails"]
    return [
        str(item["rank"]) if inside else "–",
        item["label"],
        "–" if item["score"] is None else number(item["score"], locale),
        f"{number(interval['q05'], locale)}–{number(interval['q95'], locale)}" if interval else "–",
        share_of_draws(item["first_share"], locale) if inside and item["first_share"] is not None else "–",
        percent(item["coverage"], locale),
        _remark(item),
    ]


def _remark(item: Alternative) -> str:
    if item["fails"]:
        return _("fails a veto")
    if item["reference"]:
        return _("for comparison")
    return _("set aside") if item["set_aside"] else ""


def _reasons(scenario: ScenarioResult, source: str, locale: str) -> Iterator[Node | Drawn]:
    drawn = [contribution_figure(scenario, source, locale), accept_figure(scenario, source, locale)]
    if any(drawn):
        yield Heading(_("Why, and how robust"), level=2)
    yield from (figure for figure in drawn if figure)


def _contested(scenario: ScenarioResult, source: str, locale: str) -> Iterator[Node | Drawn]:
    contested = [claim for claim in scenario["claims"] if claim["split"]]
    if contested:
        yield Heading(_("What rests on a contested claim"), level=2)
    for claim in contested:
        yield _claim_panel(claim, locale)
        figure = claim_figure(scenario, claim, source, locale)
        if figure:
            yield figure


def _claim_panel(claim: ClaimEffect, locale: str) -> Panel:
    values = {
        "p": percent(claim["p_mean"], locale),
        "low": percent(claim["p_low"], locale),
        "high": percent(claim["p_high"], locale),
        "grade": claim["grade"],
    }
    odds = _("Judged %(p)s likely to be true (90%% interval %(low)s to %(high)s). Grade %(grade)s.") % values
    text: Inlines = [strong(claim["text"]), plain(" " + odds)]
    if claim["cites"]:
        text += [plain(" "), cite(*claim["cites"])]
    return Panel("claim", _("If true, and if not"), text)


def _apart(scenario: ScenarioResult) -> Iterator[Node]:
    failing = [item for item in scenario["alternatives"] if item["fails"]]
    aside = [item for item in scenario["alternatives"] if item["set_aside"]]
    if failing:
        text = _("A veto is not averaged away: these are scored but not ranked.")
        rules = "".join(f" {veto}" for veto in scenario["vetoes"])
        yield Panel(
            "veto", _("Fails a veto"), [plain(text + rules)], [_reason(x, "; ".join(x["fails"])) for x in failing]
        )
    if aside:
        text = _("Too little of the weight has a value to compare these with the others.")
        yield Panel("aside", _("Set aside"), [plain(text)], [_reason(x, x["set_aside"] or "") for x in aside])


def _reason(item: Alternative, reason: str) -> Inlines:
    return [strong(item["label"] + ". "), plain(reason)]
