"""The typefaces of charts and briefs, found in their wheels without importing them, and what they can write."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from fontTools.ttLib import TTFont

_WHEELS = ("fontpkg_ibm_plex_sans", "fontpkg_ibm_plex_serif")


def folders() -> list[str]:
    """The folders of font files of each wheel."""
    return [str(_folder(name)) for name in _WHEELS]


def _folder(wheel: str) -> Path:
    spec = find_spec(wheel)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"The font package {wheel} is not installed.")
    return Path(spec.origin).parent / "files"


def missing(text: str) -> list[str]:
    """The characters of `text` that no installed typeface can write, in the order of their code points."""
    return sorted(char for char in set(text) if ord(char) not in _written() and not char.isspace())


@cache
def _written() -> frozenset[int]:
    files = [path for folder in folders() for path in sorted(Path(folder).glob("*.ttf"))]
    upright = [path for path in files if path.stem.endswith("-Regular") or "[" in path.stem]
    points: set[int] = set()
    for path in upright:
        with TTFont(path, lazy=True) as font:
            points |= set(font.getBestCmap())
    return frozenset(points)
