"""Pictures for pages: drawn once by a child process, kept in the cache under the hash of all that they depend on.

The web process never loads the renderer. A cache that does not answer costs a drawing, never a page.
"""

import json
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache as remembered
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.core.cache import cache
from redis.exceptions import RedisError

from reports.render import WALL_SECONDS, render_charts

logger = logging.getLogger(__name__)

KEPT_SECONDS = 30 * 24 * 3600
DRAWN_BY = ("draw.py", "svg.py")

Specs = Mapping[str, Mapping[str, Any]]


def found(specs: Specs, *, locale: str) -> dict[str, str]:
    """The pictures of these specifications that are in the cache, by their ids."""
    keys = {_key(name, spec, locale): name for name, spec in specs.items()}
    with _forgiven():
        return {keys[key]: picture for key, picture in cache.get_many(keys).items()}
    return {}


def drawn(specs: Specs, *, locale: str) -> dict[str, str]:
    """The pictures by their ids; those that nobody keeps are drawn now, in a child process.

    While another request draws the same ones, the answer holds only what is there: ask again. Raises RenderError.
    """
    pictures = found(specs, locale=locale)
    left = {name: spec for name, spec in specs.items() if name not in pictures}
    if not left:
        return pictures
    lock = (
        "drawing:"
        + sha256("".join(sorted(_key(name, spec, locale) for name, spec in left.items())).encode()).hexdigest()
    )
    if not _taken(lock):
        return pictures
    try:
        made = render_charts(left, locale=locale)
        keep(left, made, locale=locale)
    finally:
        with _forgiven():
            cache.delete_many([lock])
    return pictures | made


def keep(specs: Specs, pictures: Mapping[str, str], *, locale: str) -> None:
    """Remember pictures that were drawn from these specifications."""
    with _forgiven():
        cache.set_many({_key(name, specs[name], locale): pictures[name] for name in pictures}, timeout=KEPT_SECONDS)


def _taken(lock: str) -> bool:
    with _forgiven():
        return bool(cache.add(lock, "1", timeout=int(WALL_SECONDS) + 10))
    return True


@contextmanager
def _forgiven() -> Iterator[None]:
    try:
        yield
    except (RedisError, OSError):
        logger.warning("the cache does not answer; pictures are drawn again", exc_info=True)


def _key(name: str, spec: Mapping[str, Any], locale: str) -> str:
    whole = json.dumps([name, spec, locale, _makers()], sort_keys=True, ensure_ascii=False)
    return f"picture:{sha256(whole.encode()).hexdigest()}"


@remembered
def _makers() -> list[str]:
    """Versions of all that a picture's bytes depend on besides its specification."""
    folder = Path(__file__).resolve().parent
    own = [sha256((folder / name).read_bytes()).hexdigest() for name in DRAWN_BY]
    return [version("vl-convert-python"), version("fontpkg-ibm-plex-sans"), *own]
