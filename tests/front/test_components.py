"""Each component is documented, renders from its parameters, and shows what it was given."""

from types import SimpleNamespace as Thing
from typing import Any

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.safestring import mark_safe

from core import context
from core.context import Shell
from core.pagination import Page
from tests.front.markup import TEMPLATES


@pytest.fixture(autouse=True)
def _one_situation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context, "_list_situations", [lambda request: [request.situation]])


class ActorForm(forms.Form):
    name = forms.CharField(help_text="As sources write it.")
    kind = forms.ChoiceField(choices=[("state", "State")], widget=forms.RadioSelect)
    single = forms.BooleanField(required=False)
    file = forms.FileField(required=False)


class Person:
    is_authenticated = True
    email = "lead@demo.test"
    shortcuts = True
    language = "en"

    def __str__(self) -> str:
        return "Lead"


def _shell() -> Shell:
    request = RequestFactory().get("/t/demo/")
    request.user = Person()
    request.team = Thing(slug="demo", name="Sahel desk")
    request.situation = Thing(slug="mali", name="Mali after MINUSMA", pk=1)
    return Shell(request)


def _bad_form() -> ActorForm:
    return ActorForm({"name": ""}, {"file": SimpleUploadedFile("empty.csv", b"")})


JOB = Thing(state="running", stage="Drawing", done=4200, total=10000, error="")
TABS = [{"label": "Overview", "url": "/a/", "current": True}, {"label": "Sources", "url": "/b/", "count": 1482}]
MODEL = {"aggregation": "arithmetic", "alternatives": [{"name": "</script>", "scores": [70, None]}]}

# name -> (parameters, what must be seen)
EXAMPLES: dict[str, tuple[dict[str, Any], list[str]]] = {
    "banner": ({"tone": "warn", "body": mark_safe("<b>Late</b>")}, ["banner-warn", "<b>Late</b>"]),
    "bottom_bar": ({"shell": _shell()}, ["<nav", "Mali after MINUSMA"]),
    "card": ({"title": "A & B", "span": 5, "flush": True, "body": "x"}, ["A &amp; B", "span-5", "card-flush"]),
    "chart": ({"svg": mark_safe("<svg></svg>"), "narrow": "n", "csv_url": "/c"}, ['class="narrow"', "/c", "<svg>"]),
    "confirm": ({"id": "gone", "title": "Undo?", "url": "/u", "submit": "Undo", "danger": True}, ["btn-danger", "/u"]),
    "crumb": ({"label": "Events"}, ['aria-current="page"']),
    "empty": ({"title": "No events", "text": "Import", "url": "/i", "action": "Go"}, ["No events", 'href="/i"']),
    "field": ({"field": _bad_form()["name"]}, ['id="id_name_error"', 'id="id_name_helptext"', 'for="id_name"']),
    "field_notes": ({"field": _bad_form()["name"]}, ["As sources write it."]),
    "fields": ({"form": _bad_form()}, ["<legend>Kind", "data-focus", 'type="checkbox"']),
    "form_errors": ({"error": Thing(message="Weights are negative.")}, ["Weights are negative.", 'role="alert"']),
    "keys_help": ({"user": Person()}, ["<dialog", "<kbd>g</kbd>"]),
    "mark": ({}, ["<svg"]),
    "messages": ({"messages": [Thing(level_tag="error")]}, ['role="alert"', "banner-bad"]),
    "pager": ({"page": Page([], "x", "after=x", "q=1"), "request_after": "w"}, ["?after=x", "?q=1"]),
    "plain_page": ({"code": "500", "heading": "Broken", "text": "Again"}, ["<!doctype html>", "Broken"]),
    "preferences": ({"user": Person()}, ['name="language"']),
    "progress": ({"job": JOB, "poll_url": "/p"}, ['hx-get="/p"', 'value="4200"', "data-poll", "4,200 of 10,000"]),
    "rail": ({"shell": _shell(), "user": Person()}, ["Mali after MINUSMA"]),
    "score_card": ({"title": "Vacuum", "value": 70.7, "low": 64, "high": 77, "levels": True}, ["Critical", "64 to 77"]),
    "scripts": ({}, ['type="module"']),
    "stat": ({"label": "Leader", "value": "51%", "unit": "of draws"}, ["51%", "of draws"]),
    "steps": ({"steps": [{"label": "Draft", "state": "done"}, {"label": "Review", "state": "now"}]}, ["aria-current"]),
    "styles": ({}, ["tokens.css"]),
    "tabs": ({"tabs": TABS}, ['aria-current="page"', "1,482"]),
    "toasts": ({}, ['aria-live="polite"']),
    "toolbar": ({"search": True, "q": '"x"', "target": "#events", "chips": TABS}, ["&quot;x&quot;", "hx-push-url"]),
    "tools": ({"shell": _shell(), "user": Person()}, ['data-set-theme="dark"']),
    "weight": ({"id": "w1", "name": "A1", "value": 7.5, "group": "A", "label": "A1"}, ['value="7.5"', "data-lock"]),
    "what_if": ({"criteria": [{"name": "Speed", "weight": 12}], "model": MODEL}, ["what-if-data", 'value="12"']),
}

COMPONENTS = sorted(path.stem for path in (TEMPLATES / "_components").glob("*.html"))


def test_every_component_has_an_example() -> None:
    assert sorted(EXAMPLES) == COMPONENTS


@pytest.mark.parametrize("name", COMPONENTS)
def test_component_says_what_it_takes(name: str) -> None:
    assert (TEMPLATES / "_components" / f"{name}.html").read_text().startswith(("{# ", "{% comment %}"))


@pytest.mark.parametrize("name", COMPONENTS)
def test_component_shows_what_it_is_given(name: str) -> None:
    parameters, expected = EXAMPLES[name]
    html = render_to_string(f"_components/{name}.html", parameters)
    assert [words for words in expected if words not in html] == []


def test_data_for_a_script_cannot_close_its_block() -> None:
    html = render_to_string("_components/what_if.html", EXAMPLES["what_if"][0])
    assert html.count("</script>") == 1


def test_a_refused_score_shows_a_dash_and_no_interval() -> None:
    html = render_to_string("_components/score_card.html", {"title": "Vacuum", "value": None, "levels": True})
    assert "–" in html
    assert "interval" not in html


def test_a_finished_job_is_asked_for_no_more() -> None:
    done = Thing(state="done", stage="Done", done=5, total=5, error="")
    html = render_to_string("_components/progress.html", {"job": done, "poll_url": "/p"})
    assert "hx-get" not in html
    assert "<progress" not in html
