"""The PDF: standards, tags, alternative texts, literal texts, and the same bytes every time."""

import io
import json
import re
import subprocess
import sys
from copy import deepcopy
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pikepdf
import pypdf
import pytest

from reports import render, typeset
from reports.content import figures
from reports.render import MissingGlyph, RenderError, render_brief, render_charts
from tests.reports.conftest import APPROVED

HOSTILE = [
    '#read("/etc/passwd")',
    "#{ sys.inputs }",
    "$x$ and $#panic(1)$",
    "*b* _i_ `raw`",
    "@S1 <lbl>",
    "= heading",
    "// comment",
    "/* comment */",
    '#import "@preview/x:1.0.0"',
    '#panic("no")',
    "#eval(1)",
    "\\u{41} \\n \\#",
    "{braces} [brackets]",
    "<script>alert(1)</script>",
    "~ -- --- ...",
    "http://example.org/#x",
    "- list + list / term: x",
    "&amp; %s %(name)s {{ x }}",
]


def text_of(pdf: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


def tags(pdf: bytes) -> list[pikepdf.Dictionary]:
    found = []

    def walk(element: pikepdf.Object) -> None:
        if isinstance(element, pikepdf.Array):
            for item in element:
                walk(item)
        elif isinstance(element, pikepdf.Dictionary):
            if "/S" in element:
                found.append({"tag": str(element.S), "alt": str(element.get("/Alt", ""))})
            if "/K" in element:
                walk(element.K)

    with pikepdf.open(io.BytesIO(pdf)) as document:
        walk(document.Root.StructTreeRoot)
    return found


def test_the_brief_claims_both_standards_and_its_language(made):
    with pikepdf.open(io.BytesIO(made.pdf)) as document:
        metadata = bytes(document.Root.Metadata.read_bytes()).decode()
        assert str(document.Root.Lang) == "en"
        assert document.Root.MarkInfo.Marked
    assert re.search(r"pdfuaid:part>\s*1<", metadata)
    assert re.search(r"pdfaid:part>\s*2<", metadata)
    assert re.search(r"pdfaid:conformance>\s*A<", metadata)


def test_every_figure_has_its_alternative_text_and_tables_have_heads(made):
    found = tags(made.pdf)
    pictures = [item for item in found if item["tag"] == "/Figure"]
    assert len(pictures) >= len(figures(made.document.tree["body"]))
    assert all(item["alt"] for item in pictures)
    alts = {item["alt"] for item in pictures}
    assert {node["alt"] for node in made.document.tree["body"] if node["kind"] == "figure"} <= alts
    names = {item["tag"] for item in found}
    assert {"/Table", "/TH", "/TD", "/H1", "/H2", "/L", "/TOC"} <= names


def test_the_brief_says_what_it_must(made):
    text = text_of(made.pdf)
    for part in (
        "Mali after MINUSMA",
        "At a glance",
        "Where does the departure leave a gap?",
        "If true, and if not",
        "Fails a veto",
        "Set aside",
        "What is missing",
        "Boundaries shown do not imply endorsement",
        "reconstructed replay",
        "CC BY 4.0",
        "--seed",
        made.document.tree["body"][-3]["rows"][0][-1],
    ):
        assert part in text, part


def test_the_brief_is_dated_by_its_approval(made):
    with pikepdf.open(io.BytesIO(made.pdf)) as document:
        assert str(document.docinfo["/CreationDate"]).startswith("D:20240304090000")


def test_the_same_input_gives_the_same_bytes_in_two_children(made):
    again = render_brief(made.document.tree, made.svgs, made.document.sources, APPROVED)
    assert sha256(again).hexdigest() == sha256(made.pdf).hexdigest()


def test_the_same_input_gives_the_same_bytes_from_another_parent(made, tmp_path):
    code = (
        "import json, sys; from datetime import datetime; from hashlib import sha256;"
        "from reports.render import render_brief;"
        "job = json.load(open(sys.argv[1], encoding='utf-8'));"
        "print(sha256(render_brief(*job, datetime.fromisoformat(sys.argv[2]))).hexdigest())"
    )
    job = tmp_path / "job.json"
    job.write_text(json.dumps([made.document.tree, made.svgs, made.document.sources]), encoding="utf-8")
    command = [sys.executable, "-c", code, str(job), APPROVED.isoformat()]
    project = Path(render.__file__).parent.parent
    done = subprocess.run(command, capture_output=True, text=True, cwd=project, check=True, timeout=120)
    assert done.stdout.strip() == sha256(made.pdf).hexdigest()


def test_another_approval_time_gives_other_bytes(made):
    later = datetime(2024, 3, 5, 9, tzinfo=UTC)
    assert render_brief(made.document.tree, made.svgs, made.document.sources, later) != made.pdf


def test_hostile_texts_come_out_as_they_went_in(made):
    tree, sources = deepcopy(made.document.tree), deepcopy(made.document.sources)
    tree["body"] = [{"kind": "paragraph", "text": [{"text": f"A{i} {text} Z{i}"}]} for i, text in enumerate(HOSTILE)]
    tree["body"] += [
        {"kind": "heading", "text": f"H {HOSTILE[0]}", "level": 1},
        {"kind": "panel", "tone": "note", "title": HOSTILE[2], "text": [{"strong": HOSTILE[3]}], "items": []},
        {"kind": "paragraph", "text": [{"cite": ["S1"]}, {"note": f"N {HOSTILE[1]}"}, {"code": f"C {HOSTILE[9]}"}]},
        {"kind": "references"},
    ]
    tree["meta"]["title"] = HOSTILE[5]
    sources["S1"] |= {"title": f"R {HOSTILE[2]} {HOSTILE[12]} R", "author": {"name": HOSTILE[0]}}
    text = text_of(render_brief(tree, {"cover": made.svgs["cover"]}, sources, APPROVED))
    for index, hostile in enumerate(HOSTILE):
        assert f"A{index} {hostile} Z{index}" in text, hostile
    for part in (
        f"H {HOSTILE[0]}",
        HOSTILE[3],
        f"N {HOSTILE[1]}",
        f"C {HOSTILE[9]}",
        f"R {HOSTILE[2]} {HOSTILE[12]} R",
    ):
        assert part in text, part


def test_a_text_of_three_thousand_letters_does_not_stop_the_brief(made):
    tree = {**made.document.tree, "body": [{"kind": "paragraph", "text": [{"text": "x" * 3000}]}]}
    assert render_brief(tree, made.svgs, {}, APPROVED).startswith(b"%PDF-")


def test_the_template_evaluates_nothing_and_imports_only_its_own_files():
    for path in typeset.TEMPLATE.glob("*.typ"):
        source = path.read_text()
        assert "eval(" not in source, path.name
        assert "@preview" not in source, path.name
        assert "@local" not in source, path.name
        imported = re.findall(r'(?:import|include|read|json)\s*\(?"([^"]+)"', source)
        assert all((typeset.TEMPLATE / name).is_file() for name in imported), path.name


def test_a_character_that_no_typeface_has_is_named(made):
    tree = deepcopy(made.document.tree)
    tree["body"][2] = {"kind": "paragraph", "text": [{"text": "مالي"}]}
    with pytest.raises(MissingGlyph, match=r"body\[2\].*U\+0627") as caught:
        render_brief(tree, made.svgs, made.document.sources, APPROVED)
    assert "م" in caught.value.characters


def test_a_character_that_no_typeface_has_is_found_in_pictures_too(made):
    svgs = {**made.svgs, "cover": made.svgs["cover"].replace(">Kidal 78<", ">Kidal 七<")}
    with pytest.raises(MissingGlyph, match="figure cover"):
        render_brief(made.document.tree, svgs, made.document.sources, APPROVED)


def test_without_the_standards_the_brief_is_made_and_says_so_on_its_pages(made):
    tree = deepcopy(made.document.tree)
    tree["body"] = [{"kind": "paragraph", "text": [{"text": "مالي"}]}]
    pdf = render_brief(tree, made.svgs, {}, APPROVED, accessible=False)
    assert "Not accessible" in text_of(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert b"pdfuaid" not in bytes(document.Root.Metadata.read_bytes())


def test_a_node_that_fails_is_named(made):
    tree = deepcopy(made.document.tree)
    tree["body"][3] = {"kind": "figure", "id": "nowhere", "title": "t", "subtitle": "", "alt": "a"}
    tree["body"][3] |= {"source": "", "legend": False, "wide": False}
    with pytest.raises(RenderError, match="the figure has no picture") as caught:
        render_brief(tree, made.svgs, made.document.sources, APPROVED)
    assert caught.value.node == "body[3] (figure: nowhere)"


def test_a_frame_that_fails_names_no_node(made):
    tree = deepcopy(made.document.tree)
    del tree["glance"]["facts"]
    with pytest.raises(RenderError, match="facts") as caught:
        render_brief(tree, made.svgs, made.document.sources, APPROVED)
    assert caught.value.node is None


def test_a_picture_cannot_read_a_file(made, tmp_path):
    image = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">'
    image += '<image xlink:href="/etc/hostname" width="9" height="9"/></svg>'
    tree = {**made.document.tree, "body": []}
    try:
        pdf = render_brief(tree, {"cover": image}, {}, APPROVED)
    except RenderError:
        return
    assert Path("/etc/hostname").read_text().strip() not in text_of(pdf)


def test_a_time_without_a_zone_is_refused(made):
    with pytest.raises(ValueError, match="time zone"):
        render_brief(made.document.tree, made.svgs, made.document.sources, datetime(2024, 3, 4))  # noqa: DTZ001


def test_a_chart_that_fails_is_named(data):
    with pytest.raises(RenderError, match="“bad” could not be drawn") as caught:
        render_charts({"bad": {"description": "x", "mark": "nonsense"}})
    assert caught.value.node == "bad"


def test_a_chart_cannot_load_an_address_or_a_file():
    for url in ("https://example.org/x.csv", "file:///etc/passwd"):
        spec = {
            "description": "A chart that asks for data.",
            "data": {"url": url, "format": {"type": "csv"}},
            "mark": "point",
            "encoding": {"x": {"field": "root:x:0:0:root:/root:/bin/bash", "type": "nominal"}},
        }
        try:
            (svg,) = render_charts({"asks": spec}).values()
        except RenderError:
            continue
        assert "root" not in svg.split("aria-label", 1)[0] + re.sub(r"<text[^>]*>root:x:0:0[^<]*</text>", "", svg)


@pytest.mark.parametrize(("limit", "told"), [("time", "took too long"), ("memory", "too much memory")])
def test_a_child_over_its_limit_is_a_sentence_for_the_user(made, monkeypatch, limit, told):
    monkeypatch.setattr(render, "WALL_SECONDS", 0.0 if limit == "time" else 60.0)
    monkeypatch.setattr(render, "BRIEF_MEMORY", 1 << 30 if limit == "time" else 1)
    with pytest.raises(RenderError, match=told):
        render_brief(made.document.tree, made.svgs, made.document.sources, APPROVED)


def test_a_child_that_breaks_off_is_a_sentence_for_the_user(monkeypatch):
    monkeypatch.setitem(render._CHILDREN, "charts", "reports.nowhere")
    monkeypatch.setattr(render.sys, "executable", "/bin/false")
    with pytest.raises(RenderError, match="ended with code 1"):
        render_charts({"a": {"description": "x", "mark": "point"}})


def test_neither_renderer_is_loaded_in_the_parent():
    code = (
        "import sys; from reports import charts, document, render;"
        "print(json.dumps(sorted({'vl_convert', 'typst'} & set(sys.modules))))"
    )
    project = Path(render.__file__).parent.parent
    command = [sys.executable, "-c", f"import json; {code}"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=project, check=True, timeout=60)
    assert json.loads(done.stdout) == []
