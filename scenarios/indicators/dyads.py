"""A coalition's value: the mean of its dyads, by the capability of their members where that is known."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from scenarios.indicators.cells import Found, Json, missing

Pair = tuple[str, str]


def pairs_of(members: Sequence[str]) -> list[Pair]:
    """Each dyad once, its actors sorted by key as bytes."""
    ordered = sorted(set(members), key=str.encode)
    return list(combinations(ordered, 2))


def over_dyads(members: Sequence[str], measure: Callable[[str, str], Found], capability: Mapping[str, float]) -> Found:
    """The weighted mean over dyads; missing if any dyad is, with that dyad's reason. The weakest stands beside it."""
    found = {pair: measure(*pair) for pair in pairs_of(members)}
    for (first, second), one in found.items():
        if not one.is_value:
            return missing(f"{first} and {second}: {one.reason}", **one.origin)
    weights, how = _weights(list(found), capability)
    values = {pair: float(one.value or 0.0) for pair, one in found.items()}
    mean = _mean(values, weights)
    origin: Json = {
        "dyads_weighted": how,
        "dyads": [{"pair": list(pair), "value": values[pair], **found[pair].origin} for pair in found],
        "weakest": min(values.values()),
    }
    return replace(_with_claim(found, values, weights, mean), origin=origin | _other_claims(found))


def _weights(pairs: Sequence[Pair], capability: Mapping[str, float]) -> tuple[dict[Pair, float], str]:
    known = all(capability.get(actor, 0.0) > 0 for pair in pairs for actor in pair)
    if not known:
        return dict.fromkeys(pairs, 1.0), "equally"
    return {(i, j): math.sqrt(capability[i] * capability[j]) for i, j in pairs}, "by capability"


def _mean(values: Mapping[Pair, float], weights: Mapping[Pair, float]) -> float:
    return math.fsum(values[pair] * weights[pair] for pair in values) / math.fsum(weights.values())


def _with_claim(
    found: Mapping[Pair, Found], values: Mapping[Pair, float], weights: Mapping[Pair, float], mean: float
) -> Found:
    """A cell rests on at most one claim: the first by key. All dyads that rest on it fall together."""
    keys = sorted({one.claim[0] for one in found.values() if one.claim}, key=str.encode)
    if not keys:
        return Found("value", value=mean)
    without = {
        pair: one.claim[1] if one.claim and one.claim[0] == keys[0] else values[pair] for pair, one in found.items()
    }
    return Found("value", value=mean, claim=(keys[0], _mean(without, weights)))


def _other_claims(found: Mapping[Pair, Found]) -> Json:
    keys = sorted({one.claim[0] for one in found.values() if one.claim}, key=str.encode)[1:]
    return {"claims_taken_as_true": keys} if keys else {}
