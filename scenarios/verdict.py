"""One sentence about a result, made by rules from its numbers: who leads, by how much, how often.

`build_verdict` keeps numbers and a code beside the result; `sentence` says them in the reader's language. A leader
with under 60 % of first places is called contested, one that comes first more often is named beside it, and a share under
1 % is never printed as 0 %.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

CONTESTED_UNDER = 0.6

Json = dict[str, Any]


def build_verdict(result: Mapping[str, Any], inputs: Mapping[str, Any]) -> Json:
    """The facts of the sentence: `code` is refused, single, tied, contested or clear."""
    ranked = sorted(
        (row for row in result["alternatives"] if row["ranked"]), key=lambda row: (row["rank"], row["key"].encode())
    )
    base: Json = {"higher_is": inputs["higher_is"], "headline": result["headline"], "compared": len(ranked)}
    if not ranked:
        return {**base, "code": "refused"}
    leader = ranked[0]
    found = {**base, "leader": leader["key"], "score": leader["score"], "first_share": leader["first_share"]}
    if len(ranked) == 1:
        return {**found, "code": "single"}
    second = ranked[1]
    found |= {"second": second["key"], "second_score": second["score"], "gap": leader["score"] - second["score"]}
    if second["rank"] == 1:
        return {**found, "code": "tied"}
    share = leader["first_share"]
    if share is None or share >= CONTESTED_UNDER:
        return {**found, "code": "clear"}
    often = max(ranked, key=lambda row: row["first_share"])
    if often["first_share"] > share:
        found |= {"more_often": often["key"], "more_often_share": often["first_share"]}
    return {**found, "code": "contested"}


def percent(share: float) -> str:
    """A share of draws in whole percent; what is not nothing and not all is never printed as 0 % or 100 %."""
    if 0 < share < 0.01:
        return "<1 %"
    if 0.99 < share < 1:
        return ">99 %"
    return f"{100 * share:.0f} %"


def sentence(verdict: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """The verdict in the active language. `names` are the alternatives' by key."""
    code = verdict.get("code", "refused")
    if code == "refused":
        return _("No ranking: too little of the weight is known for the same indicators everywhere.")
    leader = names.get(verdict["leader"], verdict["leader"])
    if code == "single":
        return _("Only %(leader)s could be scored: %(score)s of 100.") % {
            "leader": leader,
            "score": f"{verdict['score']:.0f}",
        }
    values = {
        "leader": leader,
        "second": names.get(verdict["second"], verdict["second"]),
        "score": f"{verdict['score']:.0f}",
        "gap": f"{verdict['gap']:.1f}",
    }
    if verdict["first_share"] is not None:
        values["share"] = percent(verdict["first_share"])
    if "more_often" in verdict:
        values["often"] = names.get(verdict["more_often"], verdict["more_often"])
        values["often_share"] = percent(verdict["more_often_share"])
    return _template(code, verdict) % values


def _template(code: str, verdict: Mapping[str, Any]) -> str:
    if code == "tied":
        return _("%(leader)s and %(second)s share the first place at %(score)s of 100.")
    if verdict["first_share"] is None:
        return _("%(leader)s comes first with %(score)s of 100, %(gap)s points ahead of %(second)s.")
    if code == "contested" and "more_often" in verdict:
        return _(
            "Contested: %(leader)s comes first with %(score)s of 100, %(gap)s points ahead of %(second)s, but in only "
            "%(share)s of the draws; %(often)s comes first more often, in %(often_share)s."
        )
    if code == "contested":
        return _(
            "Contested: %(leader)s comes first with %(score)s of 100, %(gap)s points ahead of %(second)s, but in only "
            "%(share)s of the draws."
        )
    if verdict["higher_is"] == "worse":
        return _(
            "%(leader)s is worst off with %(score)s of 100, %(gap)s points ahead of %(second)s, and comes first in "
            "%(share)s of the draws."
        )
    return _(
        "%(leader)s comes first with %(score)s of 100, %(gap)s points ahead of %(second)s, and does so in %(share)s of "
        "the draws."
    )
