"""Icons, links and the block tags that the pages are built from."""

from functools import cache
from importlib.resources import files
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

from django import template
from django.template.loader import render_to_string
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from core.context import address

register = template.Library()

SVG = "{http://www.w3.org/2000/svg}"


class UnknownIcon(template.TemplateSyntaxError):
    """The icon set has no picture of this name."""


@cache
def drawing(name: str) -> str:
    """The inner SVG of a Lucide icon: 24 by 24, drawn by stroke."""
    with files("lucide").joinpath("lucide.zip").open("rb") as stream, ZipFile(stream) as archive:
        try:
            text = archive.read(f"{name}.svg")
        except KeyError:
            raise UnknownIcon(f"There is no icon named {name!r}.") from None
    root = ElementTree.fromstring(text)  # noqa: S314  a file of a pinned wheel, not of a user
    for node in root.iter():
        node.tag = node.tag.removeprefix(SVG)
    return "".join(ElementTree.tostring(child, encoding="unicode").strip() for child in root)


@register.simple_tag
def icon(name: str, size: int = 16, label: str = "", css: str = "") -> SafeString:
    """`{% icon "map" %}`; with a label it speaks, without one it is decoration."""
    speech = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html(
        '<svg class="icon{}" width="{}" height="{}" viewBox="0 0 24 24" fill="none" stroke="currentColor" '
        'stroke-linecap="round" stroke-linejoin="round" {}>{}</svg>',
        f" {css}" if css else "",
        size,
        size,
        speech,
        mark_safe(drawing(name)),  # noqa: S308  from the wheel
    )


@register.simple_tag
def route(name: str, *args: Any) -> str:
    """`{% route "world:actors" team situation as url %}`: objects give their slug; empty if the page is not there."""
    return address(name, *(str(getattr(arg, "slug", arg)) for arg in args))


@register.simple_block_tag
def capture(content: str) -> SafeString:
    """`{% capture as actions %}…{% endcapture %}`: markup to hand to a component."""
    return mark_safe(content.strip())  # noqa: S308  already rendered by the engine


@register.simple_block_tag
def card(content: str, **options: Any) -> str:
    """`{% card title=_("Regions") span=5 %}…{% endcard %}`; the options are those of _components/card.html."""
    return render_to_string("_components/card.html", {**options, "body": content})


@register.simple_block_tag
def banner(content: str, tone: str = "") -> str:
    """`{% banner "warn" %}…{% endbanner %}`; tone is empty, good, warn or bad."""
    return render_to_string("_components/banner.html", {"tone": tone, "body": content})


@register.filter
def localized(value: Any, language: str = "") -> str:
    """A data text {"en": …, "fr": …} in the reader's language, else in English, else in any."""
    if not isinstance(value, dict):
        return "" if value is None else str(value)
    wanted = (language or get_language() or "en").split("-")[0]
    return value.get(wanted) or value.get("en") or next(iter(value.values()), "")


@register.filter
def initials(value: Any) -> str:
    """Two letters of a name or an e-mail address, for the round mark beside it."""
    words = str(value).split("@")[0].replace(".", " ").replace("-", " ").split()
    return "".join(word[0] for word in (words if len(words) < 2 else [words[0], words[-1]])).upper()


@register.filter
def avatar_tone(value: Any) -> str:
    """One of five quiet colours, the same for one name each time."""
    number = sum(ord(letter) for letter in str(value)) % 5
    return f"avatar-{number}" if number else ""


@register.filter
def digest(value: str) -> SafeString:
    """The first twelve digits of a SHA-256, all of them in its title."""
    return format_html('<code title="{}">{}</code>', value, conditional_escape(str(value)[:12]))
