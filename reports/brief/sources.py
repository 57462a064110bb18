"""What a brief rests on: the documents behind its claims, relations and judgements, and the licences of its data."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from reports.document.words import written_date
from scenarios.models import JudgementSource, Run
from scenarios.texts import localised
from world.models import Citation, Claim, SourceDocument

UNJUDGED = 6


def cited_sources(runs: Iterable[Run], viewer: Any) -> list[dict[str, Any]]:
    """Each document once, ordered by publisher and title, with its grade and what it was used for.

    Besides the keys of `reports.context.Source` a row has `claims`: keys of the claims that it states.
    """
    used: dict[UUID, dict[str, set[str]]] = defaultdict(lambda: {"for": set(), "grades": set(), "claims": set()})
    for run in runs:
        for document, what, grade, claim in _uses(run, viewer):
            used[document]["for"].add(what)
            used[document]["grades"].add(grade)
            used[document]["claims"] |= {claim} if claim else set()
    documents = SourceDocument.objects.visible_to(viewer).filter(pk__in=used).select_related("source")
    ordered = sorted(documents, key=lambda row: (row.source.norm, row.title, row.url, str(row.published_on)))
    return [_row(f"S{number}", row, used[row.pk]) for number, row in enumerate(ordered, start=1)]


def _row(key: str, document: SourceDocument, use: dict[str, set[str]]) -> dict[str, Any]:
    row = {
        "key": key,
        "title": document.title,
        "author": document.source.publisher,
        "date": document.published_on.isoformat() if document.published_on else "",
        "kind": "web" if document.url else "report",
        "grade": _grade(document, use["grades"]),
        "used_for": ", ".join(sorted(use["for"])),
        "claims": sorted(use["claims"]),
    }
    return row | ({"url": document.url} if document.url else {})


def _grade(document: SourceDocument, grades: set[str]) -> str:
    """The publisher's reliability with the weakest credibility among what the document is used for."""
    credibility = max((int(grade[1]) for grade in grades if grade), default=UNJUDGED)
    return f"{document.source.reliability}{credibility}"


def _uses(run: Run, viewer: Any) -> Iterator[tuple[UUID, str, str, str]]:
    """(document, what for, grade, claim key) for each fact and judgement in the frozen input of a run."""
    name = localised(run.version.scenario.name)
    origins = list(_origins(run.provenance))
    judgements = {UUID(value) for key, value in origins if key == "judgement"}
    rows = JudgementSource.objects.filter(judgement__in=judgements).values_list("document_id", flat=True)
    for document in rows:
        yield document, _("judgements on %(scenario)s") % {"scenario": name}, "", ""
    claims = Claim.objects.visible_to(viewer).filter(
        team_id=run.team_id, key__in=[claim["key"] for claim in run.inputs["claims"]], document__isnull=False
    )
    for claim in claims:
        yield claim.document_id, _("claim %(key)s") % {"key": claim.key}, claim.grade, claim.key
    relations = {UUID(value) for key, value in origins if key in ("relation", "relations")}
    cited = Citation.objects.visible_to(viewer).filter(relation__in=relations).select_related("relation")
    for citation in cited:
        yield citation.document_id, _("relations in %(scenario)s") % {"scenario": name}, citation.relation.grade, ""


def _origins(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every (key, text) of the provenance, however deep."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _origins(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from _origins(inner, name)
    elif isinstance(value, str):
        yield name, value


def data_to(runs: Iterable[Run]) -> str:
    """The last month of data that any cell rests on (YYYY-MM); empty where none rests on dated data."""
    return max((value for run in runs for key, value in _origins(run.provenance) if key == "data_to"), default="")


def assumptions(runs: Iterable[Run]) -> list[str]:
    """What the reader must know about dates, identities and the choice of weights."""
    runs = list(runs)
    found = [row["knowledge_rule"] for row in _datasets(runs) if row["reconstructed"] and row["knowledge_rule"]]
    found.append(_("Names and merges of actors are today’s, not those of the cut-off."))
    for run in runs:
        version = run.version
        values = {"scenario": localised(version.scenario.name), "number": version.number}
        if version.published_at:
            day = written_date(version.published_at.date().isoformat(), get_language() or "en")
            text = _("%(scenario)s: tree, weights and goalposts are those of version %(number)d, published on %(day)s.")
            found.append(text % {**values, "day": day})
        else:
            found.append(_("%(scenario)s: scored on a draft of version %(number)d.") % values)
    return found


def attributions(runs: Iterable[Run], *, with_map: bool) -> list[str]:
    """What the licences of the data in the runs ask to be printed."""
    found = [f"{row['attribution']} {row['licence']}.".strip() for row in _datasets(runs) if row["attribution"]]
    return [*found, _("Outlines: Natural Earth, public domain; simplified.")] if with_map else found


def _datasets(runs: Iterable[Run]) -> list[dict[str, Any]]:
    """Each dataset that a run froze, once, as it was described then."""
    found = {row["code"]: row for run in runs for row in run.provenance.get("datasets", [])}
    return [found[code] for code in sorted(found)]
