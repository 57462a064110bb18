"""A renderer's SVG made fit for pages and print: own ids, one label, nothing that a strict page refuses."""

import re
from xml.etree import ElementTree

_NAMESPACES = {"": "http://www.w3.org/2000/svg", "xlink": "http://www.w3.org/1999/xlink"}
_REFERENCE = re.compile(r"#([\w-]+)")
_DROPPED = frozenset({"role", "class", "style", "tabindex", "pointer-events"})

for _prefix, _uri in _NAMESPACES.items():
    ElementTree.register_namespace(_prefix, _uri)


def tidy(svg: str, *, figure: str, description: str) -> str:
    """`svg` with ids numbered within `figure`, one image role with `description`, and no label per mark.

    The renderer numbers clip paths per process; numbered per figure they are the same in every process and
    never clash on one page.
    """
    root = ElementTree.fromstring(svg)  # noqa: S314 written by our own renderer from our own specification
    names = _new_names(root, re.sub(r"[^a-z0-9]+", "-", figure.lower()).strip("-") or "figure")
    for element in root.iter():
        for name in list(element.attrib):
            if name in _DROPPED or name.startswith("aria-"):
                del element.attrib[name]
            else:
                element.set(name, _renamed(name, element.attrib[name], names))
    _drop_hidden(root)
    root.set("role", "img")
    root.set("aria-label", description)
    return ElementTree.tostring(root, encoding="unicode")


def texts(svg: str) -> str:
    """All letters that the picture shows."""
    root = ElementTree.fromstring(svg)  # noqa: S314 as above
    return "".join(root.itertext())


def _new_names(root: ElementTree.Element, figure: str) -> dict[str, str]:
    found = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    return {name: f"{figure}-{index}" for index, name in enumerate(found, start=1)}


def _renamed(attribute: str, value: str, names: dict[str, str]) -> str:
    if attribute == "id":
        return names[value]
    if "#" in value and ("url(" in value or attribute.endswith("href")):
        return _REFERENCE.sub(lambda match: "#" + names.get(match[1], match[1]), value)
    return value


def _drop_hidden(root: ElementTree.Element) -> None:
    for parent in root.iter():
        for child in [child for child in parent if child.get("display") == "none"]:
            parent.remove(child)
