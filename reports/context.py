"""BriefContext: what a brief is made from, frozen when it is requested. JSON of natural keys, no ids, no URLs.

Labels and texts are already in the brief's language (`locale`); numbers are the engine's, unrounded. The map may be
null. Everything that depends on team data is in here, so that the same context gives the same brief.
"""

from typing import Any, Literal, NotRequired, TypedDict

from reports import shape
from reports.charts.contributions import Dimension
from reports.charts.geomap import MapData
from reports.charts.rank import Interval

SCHEMA = "scenario-workbench/brief-context/1"

Replay = Literal["live", "reconstructed", "stored", "hindsight"]


class Meta(TypedDict):
    """The title page. `date` is written out in the brief's language; `number` is the brief's own, such as SB-2024-03."""

    title: str
    subtitle: str
    number: str
    date: str
    status: Literal["draft", "in_review", "approved", "published"]
    team: str
    team_slug: str
    authors: list[str]
    reviewers: list[str]
    marking: str


class Time(TypedDict):
    """ISO dates: the date scored, the last day whose knowledge is used, the last month of data (YYYY-MM)."""

    at: str
    cutoff: str
    data_to: str
    replay: Replay


class Alternative(TypedDict):
    """One alternative as the engine scored it. `points` by dimension key add up to `score`."""

    key: str
    label: str
    reference: bool
    rank: int | None
    score: float | None
    interval: Interval | None
    first_share: float | None
    rank_acceptability: list[float] | None
    points: dict[str, float]
    coverage: float
    fails: list[str]
    set_aside: str | None


class ClaimEffect(TypedDict):
    """A graded claim that scores rest on: in words, its grade (such as F6), its probability, and both outcomes."""

    key: str
    text: str
    grade: str
    cites: list[str]
    p_mean: float
    p_low: float
    p_high: float
    split: bool
    if_true: dict[str, float | None]
    if_false: dict[str, float | None]


class MissingLeaf(TypedDict):
    """An indicator that is not in the common set: its share of the headline's weight (0-1) and the reason."""

    key: str
    name: str
    weight_share: float
    why: str


class Weight(TypedDict):
    """A dimension of the tree with its declared weight and what was aggregated how."""

    name: str
    weight: float
    aggregation: str
    in_headline: bool


class Run(TypedDict):
    """What makes the scores again: hashes in full (64 hex digits), printed by their first twelve."""

    scenario: str
    version: str
    seed: int
    draws: int
    engine_version: str
    inputs_sha256: str
    result_sha256: str
    warnings: list[str]


class ScenarioResult(TypedDict):
    """One scenario's results. `verdict` is its one-sentence verdict; `text` holds the author's own nodes."""

    key: str
    name: str
    question: str
    kind: Literal["area", "coalition", "option"]
    higher_is: Literal["worse", "better"]
    unit: str
    verdict: str
    contested: bool
    dimensions: list[Dimension]
    weights: list[Weight]
    alternatives: list[Alternative]
    claims: list[ClaimEffect]
    missing: list[MissingLeaf]
    vetoes: list[str]
    run: Run
    text: list[dict[str, Any]]


class Source(TypedDict):
    """A source: its citation key, its Admiralty grade (reliability A-F, credibility 1-6), what it was used for."""

    key: str
    title: str
    author: str
    date: str
    kind: Literal["web", "report", "article", "book", "newspaper", "misc"]
    grade: str
    used_for: str
    url: NotRequired[str]


class BriefContext(TypedDict):
    """The whole: `sources` in the order to be printed, `attributions` as data licences ask for them, `introduction` nodes."""

    schema: Literal["scenario-workbench/brief-context/1"]
    locale: str
    meta: Meta
    time: Time
    introduction: list[dict[str, Any]]
    scenarios: list[ScenarioResult]
    map: MapData | None
    map_scenario: str | None
    map_note: str
    assumptions: list[str]
    sources: list[Source]
    attributions: list[str]


def check(context: Any) -> None:
    """Raise ShapeError, naming the path, unless `context` is a BriefContext."""
    shape.check(context, BriefContext)
