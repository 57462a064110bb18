"""The methods of a result by name, for its annex."""

from engine.coverage import nodes_of
from engine.plan import Plan
from engine.version import BLOCK


def describe(plan: Plan) -> dict[str, object]:
    """Names and variants of every stage, in the order of the stages."""
    model = plan.model
    used = model.uncertainty
    return {
        "stages": ["coverage", "normalise", "orient", "weigh", "aggregate", "veto", "rank", "uncertainty"],
        "missing": "common_set",
        "min_weight": model.min_weight,
        "value_functions": {i.key: i.value_function.method for i in model.indicators},
        "directions": {i.key: i.direction for i in model.indicators},
        "aggregation": {node.key: node.aggregation for node in nodes_of(model.tree)},
        "geometric_floor": model.geometric_floor,
        "weights": "declared, normalised within each group of siblings over the common set",
        "point_score": (
            "the version's weights, best values; a cell on a claim takes its value if the claim's mean "
            "probability is at least 0.5, else its value without the claim"
        ),
        "contributions": "points sum to the score; a geometric mean is shared out by logarithms above the floor",
        "ranks": "minimum rank on ties, from unrounded scores",
        "uncertainty": {
            "weights": "fixed" if used.concentration is None else "dirichlet",
            "concentration": used.concentration,
            "event_values": "one uniform per dataset and draw" if used.values else "fixed",
            "judged_values": "PERT, low and high are the 5th and 95th percentile" if used.values else "fixed",
            "claims": "beta-bernoulli, one per claim and draw" if used.claims else "fixed",
            "sample_bounds": "min_max bounds stay at the point's values",
        },
        "quantiles": "linear interpolation between order statistics (type 7)",
        "generator": f"PCG64, SeedSequence(seed, spawn_key=(block,)), blocks of {BLOCK}",
    }
