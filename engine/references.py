"""Checks between the parts of an input: every key names something, every pair has one cell."""

from collections.abc import Callable, Iterator, Sequence

from engine.errors import ModelError
from engine.model import Cell, Leaf, Model, Node


def unique[T](items: Sequence[T], path: str, key: Callable[[T], str]) -> Sequence[T]:
    """`items` unchanged. Raises ModelError if two have the same key."""
    seen: dict[str, int] = {}
    for i, item in enumerate(items):
        name = key(item)
        if name in seen:
            raise ModelError(f"{path}[{i}]", f"{name} was already given in {path}[{seen[name]}]")
        seen[name] = i
    return items


def walk(node: Node, path: str = "tree") -> Iterator[tuple[str, Node | Leaf]]:
    """Every node and leaf with its path, parents first, children in the declared order."""
    yield path, node
    for i, child in enumerate(node.children):
        at = f"{path}.children[{i}]"
        if isinstance(child, Leaf):
            yield at, child
        else:
            yield from walk(child, at)


def check_references(model: Model, cells: Sequence[Cell]) -> None:
    """Raises ModelError where a key names nothing; `cells` are in the order of the input, for the paths."""
    _check_tree(model)
    _check_cells(model, cells)
    _check_vetoes(model)


def _check_tree(model: Model) -> None:
    declared = {indicator.key for indicator in model.indicators}
    nodes: set[str] = set()
    leaves: set[str] = set()
    for path, item in walk(model.tree):
        name = item.indicator if isinstance(item, Leaf) else item.key
        if name in nodes or name in leaves:
            raise ModelError(path, f"{name} is already in the tree")
        if isinstance(item, Leaf):
            if name not in declared:
                raise ModelError(f"{path}.indicator", f"{name} is not among the indicators")
            leaves.add(name)
        else:
            nodes.add(name)
    for name in sorted(declared - leaves):
        raise ModelError("indicators", f"{name} is not in the tree and would be skipped")
    if model.headline not in nodes:
        raise ModelError("headline", f"{model.headline} is not a node of the tree")


def _check_cells(model: Model, cells: Sequence[Cell]) -> None:
    alternatives = {alternative.key for alternative in model.alternatives}
    indicators = {indicator.key for indicator in model.indicators}
    claims = {claim.key for claim in model.claims}
    for i, cell in enumerate(cells):
        if cell.alternative not in alternatives:
            raise ModelError(f"cells[{i}].alternative", f"{cell.alternative} is not among the alternatives")
        if cell.indicator not in indicators:
            raise ModelError(f"cells[{i}].indicator", f"{cell.indicator} is not among the indicators")
        if cell.claim and cell.claim.key not in claims:
            raise ModelError(f"cells[{i}].claim.key", f"{cell.claim.key} is not among the claims")
    given = {(cell.alternative, cell.indicator) for cell in cells}
    for alternative in model.alternatives:
        for indicator in model.indicators:
            if (alternative.key, indicator.key) not in given:
                where = f"{alternative.key} / {indicator.key}"
                raise ModelError("cells", f"there is no cell for {where}; what is missing says so")


def _check_vetoes(model: Model) -> None:
    alternatives = {alternative.key for alternative in model.alternatives}
    indicators = {indicator.key for indicator in model.indicators}
    for i, veto in enumerate(model.vetoes):
        if veto.indicator not in indicators:
            raise ModelError(f"vetoes[{i}].indicator", f"{veto.indicator} is not among the indicators")
        for name in sorted(veto.spared - alternatives):
            raise ModelError(f"vetoes[{i}].except", f"{name} is not among the alternatives")
