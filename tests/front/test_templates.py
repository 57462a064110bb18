"""Every template obeys the page policy, speaks through gettext, loads, and is used."""

import ast
import re

import pytest
from django.template.loader import get_template
from django.template.utils import get_app_template_dirs

from tests.front.markup import ROOT, TEMPLATES, faults, templates

PAGES = [name for name in templates() if name.endswith(".html")]
ROOMS = ("core", "accounts", "activity", "world", "scenarios", "reports", "api", "workbench")
# Django asks for these by name when a request goes wrong.
BY_DJANGO = {"400.html", "403.html", "403_csrf.html", "404.html", "500.html"}


@pytest.mark.parametrize("name", PAGES)
def test_template_keeps_the_policy_and_translates_its_words(name: str) -> None:
    assert faults((TEMPLATES / name).read_text()) == []


@pytest.mark.parametrize("name", templates())
def test_template_loads(name: str) -> None:
    assert get_template(name)


@pytest.mark.parametrize(
    "markup",
    [
        '<p style="color: red"></p>',
        "<style>p {}</style>",
        "<script>go()</script>",
        '<button onclick="go()"></button>',
        '<button hx-on:click="go()"></button>',
        '<a href="javascript:go()"></a>',
        """<form hx-vals='js:{a: 1}'></form>""",
        '<div hx-trigger="click[ctrlKey]"></div>',
        '<script src="https://cdn.example/x.js"></script>',
        '<link href="//fonts.example/x.css">',
        '<img src="http://example/x.png" alt="">',
        "<p>Bare words</p>",
        "<p>{% if x %}Bare{% endif %}</p>",
        "<p>Mot nu : é</p>",
        '<img src="" alt="Bare">',
        '<input placeholder="Bare">',
        '<input type="submit" value="Bare">',
        '<td data-label="Bare"></td>',
        '{% include "_components/empty.html" with title="Bare" only %}',
        '{% card title="Bare" %}{% endcard %}',
        '{% badge "Bare" "good" %}',
    ],
)
def test_each_breach_is_seen(markup: str) -> None:
    assert faults(markup)


@pytest.mark.parametrize(
    "markup",
    [
        "<p>{% translate 'Words' %} {{ name }} 404 · – <kbd>g</kbd> <code>sha</code></p>",
        "<p>{% blocktranslate trimmed %}Words {{ n }}{% endblocktranslate %}</p>",
        "{# Words #}{% comment %}Words{% endcomment %}",
        '<script type="module" src="{% static "js/x.js" %}"></script>',
        """<input aria-label="{% translate 'Words' %}" value="{{ v }}">""",
        '{% card title=_("Words") span=5 %}{% endcard %}{% badge _("Words") "good" %}',
        '<a href="https://ucdp.uu.se/">{{ source }}</a>',
    ],
)
def test_what_is_allowed_passes(markup: str) -> None:
    assert faults(markup) == []


def test_every_page_is_used() -> None:
    """A component is used by the examples of its own test; any other template by code, a template or a package."""
    used = _named_in_code() | _named_in_templates() | BY_DJANGO | _replaced()
    unused = [name for name in templates() if not name.startswith("_components/") and name not in used]
    assert unused == []


def _named_in_code() -> set[str]:
    names = set()
    for room in ROOMS:
        for path in (ROOT / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    names.add(node.value)
    return names


def _named_in_templates() -> set[str]:
    pattern = re.compile(r"""\{%\s*(?:include|extends)\s+["']([^"']+)["']""")
    return {name for path in TEMPLATES.rglob("*.html") for name in pattern.findall(path.read_text())}


def _replaced() -> set[str]:
    """Names under which an installed package has a template of its own that ours stands before."""
    folders = get_app_template_dirs("templates")
    return {name for name in templates() if any((folder / name).exists() for folder in folders)}
