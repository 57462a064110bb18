"""Pictures are drawn once and kept under all that they depend on; a cache that is down costs a drawing, no page."""

from uuid import uuid4

import pytest
from django.core.cache.backends.locmem import LocMemCache
from redis.exceptions import ConnectionError as CacheDown

from reports import pictures
from reports.render import RenderError

SPECS = {"a": {"mark": "bar"}, "b": {"mark": "point"}}


class Down:
    """A cache that nobody answers for."""

    def __getattr__(self, name):
        def refuse(*args, **options):
            raise CacheDown

        return refuse


@pytest.fixture(autouse=True)
def shelf(monkeypatch):
    shelf = LocMemCache(str(uuid4()), {})
    monkeypatch.setattr(pictures, "cache", shelf)
    return shelf


@pytest.fixture
def asked(monkeypatch):
    """What the child was asked to draw, call by call."""
    calls = []

    def draw(specs, locale):
        calls.append(sorted(specs))
        return {name: f"<svg>{name} {locale}</svg>" for name in specs}

    monkeypatch.setattr(pictures, "render_charts", draw)
    return calls


def test_each_picture_is_drawn_once(asked):
    first = pictures.drawn(SPECS, locale="en")
    assert pictures.drawn(SPECS, locale="en") == first == {"a": "<svg>a en</svg>", "b": "<svg>b en</svg>"}
    assert asked == [["a", "b"]]


def test_only_missing_ones_are_drawn(asked):
    pictures.drawn({"a": SPECS["a"]}, locale="en")
    assert set(pictures.drawn(SPECS, locale="en")) == {"a", "b"}
    assert asked == [["a"], ["b"]]


@pytest.mark.parametrize(
    ("specs", "locale"), [({"a": {"mark": "line"}}, "en"), ({"c": SPECS["a"]}, "en"), ({"a": SPECS["a"]}, "fr")]
)
def test_another_specification_id_or_language_is_another_picture(asked, specs, locale):
    pictures.drawn(SPECS, locale="en")
    assert pictures.found(specs, locale=locale) == {}


def test_another_renderer_is_another_picture(asked, monkeypatch):
    pictures.drawn(SPECS, locale="en")
    monkeypatch.setattr(pictures, "_makers", lambda: ["2"])
    assert pictures.found(SPECS, locale="en") == {}


def test_two_requests_do_not_draw_the_same(asked, monkeypatch):
    monkeypatch.setattr(pictures, "_taken", lambda lock: False)
    assert pictures.drawn(SPECS, locale="en") == {}
    assert asked == []


def test_a_failed_drawing_can_be_tried_again(asked, monkeypatch):
    def fail(specs, locale):
        raise RenderError("No.")

    with monkeypatch.context() as patch:
        patch.setattr(pictures, "render_charts", fail)
        with pytest.raises(RenderError):
            pictures.drawn(SPECS, locale="en")
    assert set(pictures.drawn(SPECS, locale="en")) == {"a", "b"}


def test_a_cache_that_is_down_costs_a_drawing_only(asked, monkeypatch):
    monkeypatch.setattr(pictures, "cache", Down())
    for _ in range(2):
        assert set(pictures.drawn(SPECS, locale="en")) == {"a", "b"}
    assert asked == [["a", "b"]] * 2
