"""Where a cell of a run came from, in words and links: a judgement, relations, a window of events, a series."""

from typing import Any

from django.utils.translation import gettext as _

from accounts.models import User
from scenarios.models import Judgement, Run
from world.models import Actor

Json = dict[str, Any]


class Origins:
    """The provenance of one run. Judgements are read through what this person may see."""

    def __init__(self, run: Run, viewer: User):
        self.run, self.viewer = run, viewer
        self.cells = {(row["alternative"], row["indicator"]): row for row in run.provenance.get("cells", [])}
        self.inputs = {(row["alternative"], row["indicator"]): row for row in run.inputs["cells"]}
        self._judgements: dict[str, Judgement] | None = None
        self._actors: dict[str, str] | None = None

    def of(self, alternative: str, indicator: str) -> Json:
        """One cell: what kind of origin, its links, its band and the claim that it rests on."""
        row = self.cells.get((alternative, indicator), {})
        cell = self.inputs.get((alternative, indicator), {})
        pairs = [
            {**self._origin(pair), "pair": self._pair(pair), "value": pair.get("value")}
            for pair in row.get("dyads", [])
        ]
        return {**self._origin(row), "pairs": pairs, "cell": cell, "hindsight": bool(row.get("hindsight"))}

    def _origin(self, row: Json) -> Json:
        period = row.get("period") or [None, None]
        return {
            "judged": "judgement" in row,
            "judgement": self.judgements.get(row["judgement"]) if "judgement" in row else None,
            "relations": row.get("relations"),
            "dataset": row.get("dataset"),
            "data_to": row.get("data_to"),
            "months": row.get("months"),
            "rows_n": len(row.get("cell_area", row.get("cell_pair", []))),
            "events": row.get("events"),
            "series": "observation" in row,
            "from": period[0],
            "vintage": row.get("vintage"),
            "enemies": [self.actors.get(slug, slug) for slug in row.get("common_enemies", [])],
        }

    def _pair(self, pair: Json) -> str:
        return _(" and ").join(self.actors.get(slug, slug) for slug in pair.get("pair", []))

    @property
    def judgements(self) -> dict[str, Judgement]:
        """The judgements that the run used and this person may see, in one query."""
        if self._judgements is None:
            asked = [row["judgement"] for row in self.cells.values() if "judgement" in row]
            rows = Judgement.objects.visible_to(self.viewer).filter(pk__in=asked, team=self.run.team_id)
            self._judgements = {str(row.pk): row for row in rows.select_related("by")}
        return self._judgements

    @property
    def actors(self) -> dict[str, str]:
        """Names of the actors in pairs, by slug; a withheld one says so."""
        if self._actors is None:
            slugs = {
                slug
                for row in self.cells.values()
                for pair in row.get("dyads", [])
                for slug in (*pair.get("pair", []), *pair.get("common_enemies", []))
            }
            rows = Actor.objects.filter(team=self.run.team_id, slug__in=slugs).visible_to(self.viewer)
            self._actors = {row.slug: str(row) for row in rows}
        return self._actors
