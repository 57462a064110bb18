"""Guardian withdrawal: what is left of the force and the sites that were there at the baseline (A1, A2)."""

from collections.abc import Callable, Sequence
from datetime import date

from scenarios.indicators.cells import Found, Json, missing, not_applicable, value
from scenarios.indicators.facts import Facts, Tie
from scenarios.indicators.months import add_months, last_day, month_of
from world.models import AdminArea

BANDS = ("best", "low", "high")


def guardian_cell(facts: Facts, area: AdminArea, measure: Json) -> Found:
    """Percent of the baseline lost at the reference date: uniformed personnel, or sites."""
    guardians = facts.version.setting("guardians") or measure["guardians"]
    baseline = date.fromisoformat(facts.version.setting("baseline_date") or measure["baseline_date"])
    everywhere = [tie for tie in facts.ties if tie.type == measure["relation"] and tie.subject in guardians]
    if not everywhere:
        return missing("No deployment of the guardians was known by the cut-off.")
    codes = facts.below(area)
    here = [tie for tie in everywhere if tie.area in codes]
    measured = _personnel_lost if measure["measure"] == "personnel_loss" else _sites_left
    found = measured(here, facts.at, baseline, measure)
    if found is None:
        return not_applicable(f"The guardians had no site here before {baseline.isoformat()}.")
    facts.use(here)
    return _with_claim(here, found, lambda ties: measured(ties, facts.at, baseline, measure))


def _with_claim(ties: Sequence[Tie], found: Found, again: Callable[[list[Tie]], Found | None]) -> Found:
    """If the first claim among these relations is false, the value is what the others alone give."""
    keys = sorted({tie.claim for tie in ties if tie.claim}, key=str.encode)
    if not keys or found.value is None:
        return found
    without = again([tie for tie in ties if tie.claim != keys[0]])
    otherwise = found.value if without is None or without.value is None else without.value
    return value(found.value, claim=(keys[0], otherwise), origin=found.origin)


def _personnel_lost(ties: Sequence[Tie], at: date, baseline: date, measure: Json) -> Found | None:
    months = [add_months(month_of(baseline), -back) for back in range(int(measure["baseline_months"]))]
    losses: dict[str, float] = {}
    origin: Json = {"relations": [tie.id for tie in ties]}
    for band in BANDS:
        strength = [_strength(ties, last_day(month), band, measure["personnel"]) for month in months]
        before = sum(strength) / len(strength)
        if before <= 0:
            return None
        now = _strength(ties, at, band, measure["personnel"])
        losses[band] = 100 * max(0.0, 1 - now / before)
        origin[band] = {"baseline": before, "now": now}
    low, high = min(losses.values()), max(losses.values())
    if low == high:
        return value(losses["best"], origin=origin)
    return value(losses["best"], low=low, high=high, judged=True, origin=origin)


def _strength(ties: Sequence[Tie], day: date, band: str, kinds: Sequence[str]) -> float:
    total = 0.0
    for tie in ties:
        if tie.open_on(day):
            personnel = tie.attributes.get("personnel", {})
            total += sum(float(personnel.get(kind, {}).get(band, 0)) for kind in kinds)
    return total


def _sites_left(ties: Sequence[Tie], at: date, baseline: date, measure: Json) -> Found | None:
    sites = {tie.place or tie.key for tie in ties if tie.open_on(baseline)}
    if not sites:
        return None
    still = {tie.place or tie.key for tie in ties if tie.open_on(at)}
    left = sorted(sites - still)
    return value(
        100 * len(left) / len(sites),
        origin={"relations": [tie.id for tie in ties], "baseline_sites": len(sites), "left": left},
    )
