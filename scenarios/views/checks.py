"""What a person should know before a version is published: what stops it, and what weakens it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from scenarios.models import Alternative, Judgement
from scenarios.views.tree import Tree


@dataclass(frozen=True)
class Check:
    """One line: `tone` is good, warn or bad."""

    tone: str
    text: str
    key: str = ""

    @property
    def icon(self) -> str:
        return "circle-check" if self.tone == "good" else "triangle-alert"

    @property
    def css(self) -> str:
        return {"good": "better", "bad": "worse"}.get(self.tone, "muted")


def checks_of(tree: Tree, alternatives: list[Alternative], judgements: list[Judgement], today: date) -> list[Check]:
    """All checks, in the order in which one would mend them."""
    scored = [row for row in alternatives if row.active]
    return [
        *_weights(tree),
        *_alternatives(scored),
        *_measured(tree),
        *_judged(tree, scored, judgements),
        *_due(judgements, today),
        *_goalposts(tree),
    ]


def _weights(tree: Tree) -> Iterator[Check]:
    groups = [row for row in tree.rows if row.children and row.alive]
    empty = [row for row in groups if row.total <= 0]
    for row in empty:
        yield Check("bad", _("All weights below %(name)s are 0.") % {"name": row.thing}, row.key)
    if groups and not empty:
        yield Check("good", _("Every group has weights that count."))


def _alternatives(scored: list[Alternative]) -> Iterator[Check]:
    ranked = [row for row in scored if not row.reference]
    if not ranked:
        yield Check("bad", _("There is nothing to score yet: add an alternative."))
    elif len(ranked) == 1:
        yield Check("warn", _("Only one alternative is scored: there is nothing to compare it with."))
    else:
        yield Check("good", _("%(number)d alternatives are compared.") % {"number": len(ranked)})


def _measured(tree: Tree) -> Iterator[Check]:
    if not tree.scored:
        yield Check("bad", _("At least one indicator must be scored."))
    for row in tree.scored:
        if row.unmeasured:
            yield Check("warn", _("%(key)s carries weight but has no data.") % {"key": row.key}, row.key)


def _judged(tree: Tree, scored: list[Alternative], judgements: list[Judgement]) -> Iterator[Check]:
    cells = {(row.alternative, row.indicator) for row in judgements}
    for row in tree.scored:
        if row.thing.measure["kind"] != "judgement":
            continue
        open_cells = [alternative for alternative in scored if (alternative.key, row.key) not in cells]
        if open_cells:
            values: dict[str, Any] = {"key": row.key, "number": len(open_cells)}
            text = ngettext(
                "%(key)s is not judged for %(number)d alternative.",
                "%(key)s is not judged for %(number)d alternatives.",
                len(open_cells),
            )
            yield Check("warn", text % values, row.key)


def _due(judgements: list[Judgement], today: date) -> Iterator[Check]:
    due = sum(1 for row in judgements if row.review_by and row.review_by < today)
    if due:
        text = ngettext("%(number)d judgement is due for review.", "%(number)d judgements are due for review.", due)
        yield Check("warn", text % {"number": due})


def _goalposts(tree: Tree) -> Iterator[Check]:
    own = sum(1 for row in tree.scored if row.thing.mark == "D")
    if own:
        text = _("%(number)d of %(all)d goalposts are design defaults: nobody has set them for this question.")
        yield Check("warn", text % {"number": own, "all": len(tree.scored)})
