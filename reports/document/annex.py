"""The end of a brief: what is missing, how the scores were made, what they rest on, and how to make them again."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from reports.charts.lettering import number, percent
from reports.content import (
    Bullets,
    Column,
    Heading,
    Inlines,
    Node,
    Panel,
    Paragraph,
    References,
    Side,
    Table,
    cite,
    code,
    plain,
)
from reports.context import BriefContext, Replay, ScenarioResult
from reports.document.words import written_date, written_month

HASH_DIGITS = 12


def missing(context: BriefContext) -> Iterator[Node]:
    """The table of everything that no score contains, with its weight and the reason."""
    yield Heading(_("What is missing"))
    rows: list[list[str | Inlines]] = [
        [
            scenario["name"],
            f"{leaf['key']} {leaf['name']}",
            percent(leaf["weight_share"], context["locale"]),
            leaf["why"],
        ]
        for scenario in context["scenarios"]
        for leaf in sorted(scenario["missing"], key=lambda leaf: (-leaf["weight_share"], leaf["key"]))
    ]
    if not rows:
        yield Paragraph([plain(_("Every indicator of every scenario has a value for each ranked alternative."))])
        return
    text = _("A missing value is never a zero. A ranking compares only indicators that have a value for all.")
    yield Paragraph([plain(text)])
    columns = [
        Column(_("Scenario"), 1.5),
        Column(_("Indicator"), 2.0),
        Column(_("Weight"), 0.6, "right"),
        Column(_("Why it is missing"), 2.6),
    ]
    note = _("Weight is the share of the weight that the ranking would have with every indicator.")
    yield Table(_("Indicators that no ranking contains"), columns, rows, note, breakable=True)


def method(context: BriefContext) -> Iterator[Node]:
    """How the scores were made: time, uncertainty, weights, assumptions."""
    yield Heading(_("Method and limits"))
    yield Paragraph([plain(_time_sentence(context))])
    yield Side(_("Words of likelihood"), _likelihood())
    yield Paragraph([plain(_replay_sentences()[context["time"]["replay"]])])
    yield Paragraph([plain(_method_text())])
    yield _weights(context)
    if context["assumptions"]:
        yield Heading(_("Assumptions"), level=2)
        yield Bullets([[plain(text)] for text in context["assumptions"]])


def _time_sentence(context: BriefContext) -> str:
    time, locale = context["time"], context["locale"]
    values = {
        "at": written_date(time["at"], locale),
        "cutoff": written_date(time["cutoff"], locale),
        "data": written_month(time["data_to"], locale),
    }
    return (
        _("The scores describe %(at)s. They use what could be known by %(cutoff)s; the event data end in %(data)s.")
        % values
    )


def _replay_sentences() -> dict[Replay, str]:
    return {
        "live": _("The facts were used as they stood when the runs were made."),
        "reconstructed": _(
            "This is a reconstructed replay: the data set keeps no earlier states, so what was known by the cut-off "
            "is derived from the publisher's release calendar. Later corrections of the same rows cannot be told apart."
        ),
        "stored": _("What was known by the cut-off is taken from stored earlier states of the data."),
        "hindsight": _(
            "Hindsight was allowed: judgements made after the cut-off were used. This is not what could be known then."
        ),
    }


def _method_text() -> str:
    return _(
        "Each indicator is brought to 0–100 by fixed goalposts, weighted, and joined along the tree. The interval "
        "shows the 5th to 95th percentile over all draws, in which weights, values and graded claims vary together. "
        "A claim is true in some draws and false in the others. An index is not a probability: the scores order "
        "what was compared, they do not forecast."
    )


def _likelihood() -> str:
    return _(
        "Almost certain 95–99% · very likely 80–95% · likely 55–80% · roughly even 45–55% · unlikely 20–45% · "
        "very unlikely 5–20% · almost no chance 1–5%."
    )


def _weights(context: BriefContext) -> Table:
    columns = [
        Column(_("Scenario"), 1.9),
        Column(_("Dimension"), 2.0),
        Column(_("Weight"), 0.6, "right"),
        Column(_("Joined by"), 1.1),
        Column(_("In the headline"), 1.3),
    ]
    rows: list[list[str | Inlines]] = [
        [
            scenario["name"],
            item["name"],
            number(item["weight"], context["locale"], 0),
            item["aggregation"],
            _("yes") if item["in_headline"] else _("no, shown beside"),
        ]
        for scenario in context["scenarios"]
        for item in scenario["weights"]
    ]
    note = _("Weights say how much the move from the low to the high goalpost matters, as declared by the team.")
    return Table(_("Weights"), columns, rows, note, breakable=True)


def sources(context: BriefContext) -> Iterator[Node]:
    """The sources with their grades, the licences, and the list of references."""
    if context["sources"]:
        yield Heading(_("Sources and grades"))
        yield _grades(context)
    if context["attributions"]:
        yield Heading(_("Data and licences"), level=2)
        yield Bullets([[plain(text)] for text in context["attributions"]])
    if context["sources"]:
        yield Heading(_("References"), level=2)
        yield References()


def _grades(context: BriefContext) -> Table:
    columns = [
        Column(_("Ref."), 0.4),
        Column(_("Source"), 3.0),
        Column(_("Grade"), 0.5),
        Column(_("Used for"), 1.9),
    ]
    rows: list[list[str | Inlines]] = [
        [[cite(item["key"])], item["title"], item["grade"], item["used_for"]] for item in context["sources"]
    ]
    note = _(
        "Grades: reliability of the source A (reliable) to E (unreliable), F cannot be judged; credibility of the "
        "information 1 (confirmed) to 5 (improbable), 6 cannot be judged."
    )
    return Table(_("Sources and grades"), columns, rows, note, breakable=True)


def runs(context: BriefContext) -> Iterator[Node]:
    """What makes each score again: seed, draws, engine, and the first digits of both hashes."""
    yield Heading(_("Make it again"))
    columns = [
        Column(_("Scenario"), 1.7),
        Column(_("Version"), 0.6),
        Column(_("Seed"), 1.2, "right"),
        Column(_("Draws"), 0.7, "right"),
        Column(_("Engine"), 0.8),
        Column(_("Inputs"), 1.3),
        Column(_("Results"), 1.3),
    ]
    rows: list[list[str | Inlines]] = [_run(scenario, context["locale"]) for scenario in context["scenarios"]]
    note = _("The first twelve digits of the SHA-256 of the frozen inputs and of the results.")
    yield Table(_("Runs"), columns, rows, note)
    text = _("On the same lock file and kind of processor these commands give the same scores, digit for digit.")
    yield Panel("note", _("Commands"), [plain(text)], _commands(context))
    warnings = [
        [plain(f"{scenario['name']}: {text}")]
        for scenario in context["scenarios"]
        for text in scenario["run"]["warnings"]
    ]
    if warnings:
        yield Panel("note", _("Warnings of the runs"), [], warnings)


def _run(scenario: ScenarioResult, locale: str) -> list[str | Inlines]:
    run = scenario["run"]
    return [
        scenario["name"],
        run["version"],
        str(run["seed"]),
        number(run["draws"], locale, 0),
        run["engine_version"],
        run["inputs_sha256"][:HASH_DIGITS],
        run["result_sha256"][:HASH_DIGITS],
    ]


def _commands(context: BriefContext) -> list[Inlines]:
    """The command that makes each score again, as it is typed."""
    time, team = context["time"], context["meta"]["team_slug"]
    return [
        [
            code(
                f"manage.py score {scenario['key']} --team {team} --at {time['at']} --cutoff {time['cutoff']} "
                f"--draws {scenario['run']['draws']} --seed {scenario['run']['seed']}"
            )
        ]
        for scenario in context["scenarios"]
    ]
