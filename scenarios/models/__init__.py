"""What analysts may disagree about: scenarios, versions, trees, weights, judgements, runs."""

from scenarios.models.alternative import Alternative, AlternativeMember
from scenarios.models.judgement import Judgement, JudgementGrant, JudgementSource
from scenarios.models.run import Run, RunAccess, RunResult
from scenarios.models.scenario import AlternativesKind, Direction, Scenario, Version
from scenarios.models.tree import Aggregation, Indicator, Mark, Node, Weight

__all__ = [
    "Aggregation",
    "Alternative",
    "AlternativeMember",
    "AlternativesKind",
    "Direction",
    "Indicator",
    "Judgement",
    "JudgementGrant",
    "JudgementSource",
    "Mark",
    "Node",
    "Run",
    "RunAccess",
    "RunResult",
    "Scenario",
    "Version",
    "Weight",
]
