"""Our own style sheets and modules: small, on tokens, from this host only."""

import re
from pathlib import Path

import pytest

from reports import palette
from tests.front.markup import ROOT, TEMPLATES

STYLES = sorted((ROOT / "static" / "css").glob("*.css"))
MODULES = sorted((ROOT / "static" / "js").glob("*.js"))
MARKUP = "\n".join(path.read_text() for path in TEMPLATES.rglob("*.html"))
TOKENS = (ROOT / "static" / "css" / "tokens.css").read_text()


def _names(path: Path) -> str:
    return path.name


@pytest.mark.parametrize("path", STYLES, ids=_names)
def test_style_sheet_is_short_and_asks_no_other_host(path: Path) -> None:
    text = path.read_text()
    assert len(text.splitlines()) < 400
    assert not re.search(r"@import|url\(\s*[\"']?(https?:)?//", text)


@pytest.mark.parametrize("path", STYLES, ids=_names)
def test_style_sheet_uses_only_properties_that_exist(path: Path) -> None:
    everywhere = "".join(style.read_text() for style in STYLES) + "".join(script.read_text() for script in MODULES)
    defined = set(re.findall(r"(--[\w-]+)\s*:", everywhere)) | set(
        re.findall(r"setProperty\(\"(--[\w-]+)\"", everywhere)
    )
    assert set(re.findall(r"var\((--[\w-]+)", path.read_text())) <= defined


@pytest.mark.parametrize("path", MODULES, ids=_names)
def test_module_is_small_and_evaluates_nothing(path: Path) -> None:
    text = path.read_text()
    assert len(text.splitlines()) <= 80
    assert text.startswith("// "), "says what it does and which attributes it answers to"
    assert not re.search(r"\beval\(|new Function|innerHTML|outerHTML|document\.write|setAttribute\(\"style\"", text)


@pytest.mark.parametrize("path", [*STYLES, *MODULES], ids=_names)
def test_file_is_loaded_by_a_template(path: Path) -> None:
    assert f"{path.parent.name}/{path.name}" in MARKUP


def test_every_static_file_that_a_template_names_is_there_or_made_by_the_assets_command() -> None:
    named = set(re.findall(r"{% static ['\"]([^'\"]+)['\"]", MARKUP))
    made = {"css/palette.css", "fonts/plex-sans.woff2"}
    assert [name for name in sorted(named - made) if not (ROOT / "static" / name).is_file()] == []


def test_page_and_charts_paint_each_token_alike() -> None:
    """A chart is drawn in the light values; the page maps them to its own tokens by name."""
    painted = dict(re.findall(r"--(\w+): light-dark\((#\w+), #\w+\)", TOKENS))
    dark = dict(re.findall(r"--(\w+): light-dark\(#\w+, (#\w+)\)", TOKENS))
    assert set(palette.LIGHT) <= set(painted)
    # The home country differs by one step in the charts, so that it can be told from a surface.
    shared = [name for name in palette.LIGHT if name != "home"]
    assert {name: painted[name] for name in shared} == {name: palette.LIGHT[name] for name in shared}
    assert {name: dark[name] for name in shared} == {name: palette.DARK[name] for name in shared}


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground", "least"),
    [
        ("ink", "surface", 7.0),
        ("ink2", "surface", 4.5),
        ("ink3", "surface", 4.5),
        ("ink3", "canvas", 4.5),
        ("ink3", "sunk", 4.5),
        ("brand-ink", "surface", 4.5),
        ("on-brand", "brand", 4.5),
        ("brand-ink", "soft", 4.5),
        ("pos-ink", "pos-soft", 4.5),
        ("warn", "warn-soft", 4.5),
        ("neg-ink", "neg-soft", 4.5),
        ("edge", "surface", 3.0),
        ("brand", "surface", 3.0),
    ],
)
def test_colours_can_be_read(text: str, ground: str, least: float, theme: int) -> None:
    values = {name: pair for name, *pair in re.findall(r"--([\w-]+): light-dark\((#\w+), (#\w+)\)", TOKENS)}
    bright, dim = sorted((_luminance(values[text][theme]), _luminance(values[ground][theme])), reverse=True)
    assert (bright + 0.05) / (dim + 0.05) >= least
