"""Files that are made once per machine from the wheels: WOFF2 fonts, the chart colours, message catalogues.

Everything is written beside its final place and renamed, so a page never meets half a file; a stamp of the
versions lets a second run do nothing.
"""

import json
import logging
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from reports.palette import css_rules

logging.getLogger("fontTools").setLevel(logging.ERROR)

# Raised when what is made from the same versions changes.
RECIPE = 1

# Latin with the letters of French, Bambara, Fulfulde and Tamasheq; punctuation; arrows and signs of the pages.
RANGES = [(0x20, 0x7E), (0xA0, 0x24F), (0x259, 0x25B), (0x263, 0x272), (0x300, 0x323)]
RANGES += [(0x2010, 0x203A), (0x2070, 0x208E), (0x20AC, 0x20AC), (0x2122, 0x2122), (0x2190, 0x2193)]
RANGES += [(0x2212, 0x2212), (0x2248, 0x2265), (0x25B2, 0x25BC), (0x2713, 0x2713)]
FEATURES = ["kern", "mark", "mkmk", "liga", "ccmp", "locl", "zero", "frac", "sups"]


@dataclass(frozen=True)
class Font:
    """A face as the pages name it, and the file of the wheel that it is cut from."""

    name: str
    package: str
    file: str
    axes: dict[str, tuple[int, int] | int]


FONTS = (
    Font("plex-sans", "fontpkg_ibm_plex_sans", "IBMPlexSans[wdth,wght].ttf", {"wdth": 100, "wght": (400, 700)}),
    Font(
        "plex-sans-italic",
        "fontpkg_ibm_plex_sans",
        "IBMPlexSans-Italic[wdth,wght].ttf",
        {"wdth": 100, "wght": (400, 700)},
    ),
    Font("plex-serif", "fontpkg_ibm_plex_serif", "IBMPlexSerif-Regular.ttf", {}),
    Font("plex-serif-semibold", "fontpkg_ibm_plex_serif", "IBMPlexSerif-SemiBold.ttf", {}),
)


def make(folder: Path, locales: list[Path], say: Callable[[str], object]) -> bool:
    """Make what is missing or out of date in `folder`; True if there was anything to do."""
    stamp = folder / "stamp.json"
    parts = dict(_fingerprints(locales))
    before = _read(stamp)
    if before == parts and all(path.exists() for path in _outputs(folder, locales)):
        return False
    for font in FONTS:
        target = folder / "fonts" / f"{font.name}.woff2"
        if before.get(font.name) != parts[font.name] or not target.exists():
            _write(target, partial(_cut, font))
            say(f"{target.name}: {target.stat().st_size // 1024} kB")
    _write(folder / "css" / "palette.css", lambda temporary: temporary.write_text(css_rules()))
    say("palette.css: chart colours")
    for catalogue in _catalogues(locales):
        _write(catalogue.with_suffix(".mo"), partial(_compile, catalogue))
        say(f"{catalogue.parent.parent.name}/{catalogue.stem}.mo")
    _write(stamp, lambda temporary: temporary.write_text(json.dumps(parts, indent=1, sort_keys=True)))
    return True


def _fingerprints(locales: list[Path]) -> Iterator[tuple[str, str]]:
    tools = version("fonttools")
    for font in FONTS:
        yield font.name, f"recipe {RECIPE}, font {version(font.package)}, fonttools {tools}, axes {font.axes}"
    yield "palette", sha256(css_rules().encode()).hexdigest()
    for catalogue in _catalogues(locales):
        yield str(catalogue.relative_to(catalogue.parents[2])), sha256(catalogue.read_bytes()).hexdigest()


def _catalogues(locales: list[Path]) -> list[Path]:
    return [path for folder in locales for path in sorted(Path(folder).glob("*/LC_MESSAGES/*.po"))]


def _outputs(folder: Path, locales: list[Path]) -> Iterator[Path]:
    yield from (folder / "fonts" / f"{font.name}.woff2" for font in FONTS)
    yield folder / "css" / "palette.css"
    yield from (catalogue.with_suffix(".mo") for catalogue in _catalogues(locales))


def source(font: Font) -> Traversable:
    """The file of the wheel."""
    return files(font.package).joinpath("files", font.file)


def _cut(font: Font, target: Path) -> None:
    """The letters that the pages use, as a compressed web font."""
    with source(font).open("rb") as stream:
        face = TTFont(stream, recalcTimestamp=False)
        if "gvar" in face:
            # The italic leaves blank glyphs out of this table; the subsetter looks each of them up.
            for glyph in face.getGlyphOrder():
                face["gvar"].variations.setdefault(glyph, [])
        options = subset.Options(flavor="woff2", layout_features=FEATURES, notdef_outline=True, hinting=False)
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=[code for low, high in RANGES for code in range(low, high + 1)])
        cutter.subset(face)
        if font.axes:
            face = instantiateVariableFont(face, font.axes)
        face.flavor = "woff2"
        face.save(target)


def _compile(catalogue: Path, target: Path) -> None:
    with catalogue.open("rb") as stream:
        messages = read_po(stream, locale=catalogue.parent.parent.name)
    with target.open("wb") as stream:
        write_mo(stream, messages)


def _write(target: Path, fill: Callable[[Path], object]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        fill(temporary)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _read(stamp: Path) -> dict[str, str]:
    try:
        found = json.loads(stamp.read_text())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
