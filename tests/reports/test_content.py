"""The content tree: nodes validate themselves, texts are cleaned and stay strings."""

import pytest

from reports.content import (
    Bullets,
    Column,
    ContentError,
    Figure,
    Heading,
    Panel,
    Paragraph,
    Summary,
    Table,
    cite,
    cited,
    cleaned,
    figures,
    parse,
    plain,
    strong,
)

NODES = [
    Heading("Where does the departure leave a gap?"),
    Paragraph([plain("The mandate ended "), cite("S4"), strong("in June")]),
    Bullets([[plain("one")], [{"emphasis": "two"}]]),
    Figure(id="rank", title="Kidal leads", subtitle="Index", alt="Kidal leads Gao.", source="Source: desk."),
    Table("Weights", [Column("Name"), Column("Weight", 0.5, "right")], [["A", [cite("S1")]]]),
    Panel("claim", "If true, and if not", [plain("The pact")]),
    Summary("fr", "Résumé", "La mission est partie."),
]


@pytest.mark.parametrize("node", NODES, ids=lambda node: node.kind)
def test_a_node_comes_back_from_its_json_form(node):
    assert parse(node.to_json()) == node
    assert node.to_json()["kind"] == node.kind


@pytest.mark.parametrize(
    "data",
    [
        {"kind": "html", "text": "<b>x</b>"},
        {"text": "x"},
        {"kind": "heading", "text": "x", "level": 3},
        {"kind": "heading", "text": "x", "colour": "red"},
        {"kind": "paragraph", "text": [{"raw": "#panic()"}]},
        {"kind": "paragraph", "text": [{"text": "x", "strong": "y"}]},
        {"kind": "paragraph", "text": [{"cite": "S1"}]},
        {"kind": "bullets", "items": [[{"text": 5}]]},
        {"kind": "panel", "tone": "loud", "title": "x", "text": []},
        {"kind": "figure", "id": "a", "title": "t", "subtitle": "", "alt": " ", "source": ""},
        {"kind": "table", "title": "t", "columns": [{"title": "a"}], "rows": [["1", "2"]]},
        {"kind": "summary", "language": "french", "title": "t", "text": "x"},
    ],
)
def test_what_is_not_a_node_is_refused(data):
    with pytest.raises(ContentError):
        parse(data, "body[3]")


def test_a_refused_node_is_named_by_its_path():
    with pytest.raises(ContentError, match=r"^body\[3\]\.text\[0\]: "):
        parse({"kind": "paragraph", "text": [{"raw": "x"}]}, "body[3]")


def test_control_characters_and_bidi_overrides_are_taken_out_and_spaces_kept():
    dirty = {"a": ["x\u0007y \u202ez ", {"b": "\ufdd0e\u0301"}], "n": 5}
    assert cleaned(dirty) == {"a": ["xy z ", {"b": "é"}], "n": 5}


def test_citations_are_found_wherever_they_stand():
    tree = [node.to_json() for node in NODES]
    assert list(cited(tree)) == ["S4", "S1"]


def test_figures_are_listed_in_order():
    assert figures([node.to_json() for node in NODES]) == ["rank"]
