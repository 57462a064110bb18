"""A renderer's SVG made fit for a strict page."""

import re

from reports import charts
from reports.render import render_charts
from reports.svg import texts, tidy

RAW = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" class="marks">'
    '<defs><clipPath id="clip61"><path d="M0,0"/></clipPath><linearGradient id="gradient_7"/></defs>'
    '<g clip-path="url(#clip61)" role="graphics-object" aria-roledescription="group"><path fill="url(#gradient_7)" '
    'style="color:red" aria-label="x: 1"/><path display="none"/></g><use xlink:href="#clip61"/>'
    '<text>say aria-label="this" #clip61</text></svg>'
)


def test_ids_are_numbered_within_the_figure_and_so_never_clash():
    made = tidy(RAW, figure="Rank 300!", description="A finding.")
    assert re.findall(r'id="([^"]+)"', made) == ["rank-300-1", "rank-300-2"]
    assert 'clip-path="url(#rank-300-1)"' in made
    assert 'fill="url(#rank-300-2)"' in made
    assert 'xlink:href="#rank-300-1"' in made


def test_the_picture_has_one_label_and_no_style():
    made = tidy(RAW, figure="a", description='Kidal "leads" & <more>.')
    assert made.count("role=") == 1
    assert made.count("aria-") == 2, "the label of the picture, and letters that only look like one"
    assert 'aria-label="Kidal &quot;leads&quot; &amp; &lt;more&gt;."' in made
    assert "style=" not in made
    assert 'display="none"' not in made


def test_letters_are_left_alone():
    assert texts(tidy(RAW, figure="a", description="d")) == 'say aria-label="this" #clip61'


def test_charts_of_one_page_share_no_id(data):
    specs = {f"map-{index}": charts.geomap(data["geomap"]) for index in range(2)}
    one, other = render_charts(specs).values()
    ids = [set(re.findall(r' id="([^"]+)"', svg)) for svg in (one, other)]
    assert ids[0]
    assert not ids[0] & ids[1]
    assert one.replace("map-0-", "map-1-") == other
