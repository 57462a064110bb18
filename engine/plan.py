"""A checked model made ready for evaluation: who is compared on what, and what is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.arrays import Array, Mask, Places
from engine.blocks import Draw, Recipe
from engine.coverage import common_set, enough, find, known_share, weight_array
from engine.hierarchy import Hierarchy, build_hierarchy, columns
from engine.model import Cell, Model
from engine.noise import Column, ColumnMaker, datasets_of, judged_table
from engine.panel import Panel, build_panel
from engine.vetoes import applies, failing
from engine.weights import dirichlet_shapes


@dataclass(frozen=True)
class Standing:
    """Who takes part. All arrays are per alternative (N,), `common` per indicator (M,)."""

    weights: Array
    known: Array
    set_aside: Mask
    fails: tuple[tuple[str, ...], ...]
    compared: Mask
    common: Mask
    common_share: float
    enough: bool


@dataclass(frozen=True)
class Plan:
    """Everything that point and draws share. `headline` is a slot of the hierarchy, None if nothing is left."""

    model: Model
    panel: Panel
    standing: Standing
    hierarchy: Hierarchy
    headline: int | None
    columns: dict[int, Column]
    recipe: Recipe
    point: Draw
    scored: Mask
    ranked: Places

    @property
    def refused(self) -> bool:
        """The common set carries too little weight for a headline."""
        return self.headline is None or not self.standing.enough

    def evaluate(self, draw: Draw) -> "Evaluation":
        """Raw values, leaves, weights and scores for the random inputs of R draws, or for the point."""
        raw = {m: column.raw(draw) for m, column in self.columns.items()}
        unused = np.zeros((1, len(self.panel.alternatives)))
        leaves = [unused] * self.hierarchy.leaves
        for m, column in self.columns.items():
            leaves[m] = column.normalised(raw[m])
        weights = self.hierarchy.spread(draw.shares)
        return Evaluation(raw, weights, self.hierarchy.scores(leaves, weights))

    def headline_leaves(self) -> list[int]:
        """Leaves that carry weight in the headline, in the order of the indicators."""
        if self.headline is None:
            return []
        return list(self.hierarchy.effective(self.headline, columns(self.hierarchy.declared())))

    def vetoed(self, raw: dict[int, Array]) -> Mask:
        """(R or 1, N): who fails any veto on these raw values."""
        result = np.zeros((1, len(self.panel.alternatives)), dtype=np.bool_)
        for veto in self.model.vetoes:
            m = self.panel.column(veto.indicator)
            result = result | failing(veto, raw[m], applies(veto, self.panel.cells[m]))
        return result


@dataclass(frozen=True)
class Evaluation:
    """Arrays are (R or 1, N). `slots` are leaves, then groups; `weights` per group and child."""

    raw: dict[int, Array]
    weights: list[list[Array]]
    slots: list[Array]


def build_plan(model: Model) -> Plan:
    panel = build_panel(model)
    truth = np.array([[claim.p_mean >= 0.5 for claim in model.claims]], dtype=np.bool_)
    standing = _standing(model, panel, truth)
    hierarchy = build_hierarchy(model.tree, panel, standing.common, model.geometric_floor)
    headline = hierarchy.slot(model.headline)
    used = _used_rows(model, panel, standing.common, hierarchy)
    datasets = datasets_of(model, panel, used)
    judged = judged_table(model, panel, used)
    maker = ColumnMaker(model, panel, datasets, judged, standing.compared)
    defined = hierarchy.group(headline).defined if headline is not None else np.zeros_like(standing.compared)
    scored = np.asarray(defined & ~standing.set_aside)
    return Plan(
        model=model,
        panel=panel,
        standing=standing,
        hierarchy=hierarchy,
        headline=headline,
        columns={m: maker.column(m) for m in used},
        recipe=_recipe(model, hierarchy, len(datasets), judged.fitted.alpha, judged.fitted.beta),
        point=Draw(np.zeros((1, len(datasets))), truth, hierarchy.declared(), None),
        scored=scored,
        ranked=_ranked(model, standing, scored),
    )


def _used_rows(model: Model, panel: Panel, common: Mask, hierarchy: Hierarchy) -> list[int]:
    """Indicators with weight on the common set, and those that a veto asks about."""
    weighted = {slot for group in hierarchy.groups for slot in group.slots if slot < hierarchy.leaves}
    asked = {panel.column(veto.indicator) for veto in model.vetoes}
    return sorted((weighted & set(np.flatnonzero(common).tolist())) | asked)


def _recipe(model: Model, hierarchy: Hierarchy, datasets: int, alpha: Array, beta: Array) -> Recipe:
    claims = model.claims if model.uncertainty.claims else ()
    concentration = model.uncertainty.concentration
    gammas: Sequence[Array] = ()
    if concentration is not None:
        gammas = [dirichlet_shapes(group.shares[0], concentration) for group in hierarchy.groups]
    return Recipe(
        datasets=datasets,
        claim_alpha=np.array([claim.alpha for claim in claims]),
        claim_beta=np.array([claim.beta for claim in claims]),
        gamma_shapes=tuple(gammas),
        judged_alpha=alpha,
        judged_beta=beta,
    )


def _standing(model: Model, panel: Panel, truth: Mask) -> Standing:
    """Coverage screen, vetoes at the point, then the common set of those who are left."""
    weights = weight_array(panel.indicators, find(model.tree, model.headline))
    known = known_share(weights, panel.present, panel.not_applicable)
    set_aside = ~enough(known, model.min_weight)
    fails = _point_fails(model, panel, truth)
    passing = np.array([not keys for keys in fails], dtype=np.bool_)
    compared = ~set_aside & passing
    if not compared.any():
        compared = ~set_aside
    common = common_set(panel.missing, compared)
    share = float(weights[common].sum()) if compared.any() else 0.0
    reached = bool(enough(np.array([share]), model.min_weight)[0])
    return Standing(weights, known, set_aside, fails, compared, common, share, reached)


def _point_fails(model: Model, panel: Panel, truth: Mask) -> tuple[tuple[str, ...], ...]:
    true = {claim.key: bool(truth[0, c]) for c, claim in enumerate(model.claims)}
    fails: list[list[str]] = [[] for _ in panel.alternatives]
    for veto in model.vetoes:
        cells = panel.cells[panel.column(veto.indicator)]
        raw = np.array([[_point_value(cell, true) for cell in cells]])
        for n in np.flatnonzero(failing(veto, raw, applies(veto, cells))[0]):
            if veto.indicator not in fails[n]:
                fails[n].append(veto.indicator)
    return tuple(tuple(keys) for keys in fails)


def _point_value(cell: Cell, true: dict[str, bool]) -> float:
    if cell.claim is not None and not true[cell.claim.key]:
        return cell.claim.otherwise
    return cell.value if cell.value is not None else 0.0


def _ranked(model: Model, standing: Standing, scored: Mask) -> Places:
    if not standing.enough:
        return np.zeros(0, dtype=np.intp)
    chosen = [
        n
        for n, alternative in enumerate(model.alternatives)
        if scored[n] and not alternative.reference and not standing.fails[n]
    ]
    return np.array(chosen, dtype=np.intp)
