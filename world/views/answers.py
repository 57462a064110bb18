"""How every page about facts answers: whole or in part, with its filter as chips, with refusals in the form."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from defusedcsv import csv
from django.http import HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.requests import TeamRequest
from core.templatetags.figures import num
from core.text import clean
from world.forms.filters import ListFilter

VIA = "ui"
BOM = "\ufeff"


def at(request: TeamRequest, name: str, *args: Any) -> str:
    """The address of a page in the open situation."""
    return reverse(f"world:{name}", args=[request.team.slug, request.situation.slug, *args])


def page_or_part(
    request: TeamRequest, page: str, part: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """The whole page, or for htmx the part of it that the page itself includes."""
    if not request.htmx or request.htmx.history_restore_request:
        return render(request, page, context, status=status)
    response = render(request, part, context, status=status)
    response["HX-Push-Url"] = _address(request)
    return response


def _address(request: TeamRequest) -> str:
    """The address of what is shown: without the fields of the filter that are empty, so that it can be passed on."""
    query = QueryDict(mutable=True)
    for name, values in request.GET.lists():
        query.setlist(name, [value for value in values if value])
    return f"{request.path}?{query.urlencode()}" if query.urlencode() else request.path


def chips(form: ListFilter, request: TeamRequest) -> list[dict[str, str]]:
    """Each filter that is on, with the address without it."""
    found = []
    for name, field in form.fields.items():
        if not form.data.get(name) or name not in form.cleaned_data:
            continue
        query = request.GET.copy()
        for key in (name, "after"):
            query.pop(key, None)
        label = f"{field.label}: {form.words(name)}"
        found.append({"label": label, "url": f"{request.path}?{query.urlencode()}"})
    return found


def csv_file(name: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> Any:
    """A CSV that streams: UTF-8 with its mark, and no cell that a spreadsheet would take for a formula."""
    response = StreamingHttpResponse(_lines(header, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


class _Line:
    """Takes what the writer makes of a row and hands it on."""

    def write(self, text: str) -> str:
        return text


def _lines(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    writer = csv.writer(_Line())
    yield BOM + writer.writerow(header)
    for row in rows:
        yield writer.writerow([_cell(value) for value in row])


def _cell(value: Any) -> Any:
    """A blank in front would hide the sign of a formula from the writer's own guard."""
    return clean(value) if isinstance(value, str) else value


def counted(rows: Any, *, most: int = 10_000) -> str:
    """How many rows there are, in words for the head of a list; counting stops at `most`."""
    number = rows.order_by()[: most + 1].count()
    return _("more than %(number)s") % {"number": num(most)} if number > most else num(number)
