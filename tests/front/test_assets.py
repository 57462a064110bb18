"""The assets command: everything once, nothing twice, whole files only."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from fontTools.ttLib import TTFont

from workbench import assets

PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Save"\nmsgstr "Enregistrer"\n'


@pytest.fixture
def made(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with all assets; cutting real fonts takes seconds and has a test of its own."""
    monkeypatch.setattr(assets, "_cut", lambda font, target: target.write_bytes(font.name.encode()))
    folder = tmp_path_factory.mktemp("assets")
    assert assets.make(folder, [], lambda _words: None)
    return folder


def _times(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def test_a_second_run_does_nothing(made: Path) -> None:
    before = _times(made)
    said: list[str] = []
    assert not assets.make(made, [], said.append)
    assert said == []
    assert _times(made) == before


def test_a_lost_file_is_made_again(made: Path) -> None:
    (made / "css" / "palette.css").unlink()
    said: list[str] = []
    assert assets.make(made, [], said.append)
    assert (made / "css" / "palette.css").read_text()
    assert not [words for words in said if "woff2" in words]


def test_a_damaged_stamp_is_no_stamp(made: Path) -> None:
    (made / "stamp.json").write_text("{")
    before = _times(made / "fonts")
    assert assets.make(made, [], lambda _words: None)
    assert set(_times(made / "fonts").values()).isdisjoint(before.values())


def test_a_font_is_small_and_holds_french_and_the_weights_between(tmp_path: Path) -> None:
    target = tmp_path / "plex-sans.woff2"
    assets._cut(assets.FONTS[0], target)
    assert target.stat().st_size < 60_000
    with TTFont(target) as face:
        letters = face.getBestCmap()
        assert [letter for letter in "ÀâÇéèêëîïôœŒùûüÿ’«»–−€→1" if ord(letter) not in letters] == []
        weight = next(axis for axis in face["fvar"].axes if axis.axisTag == "wght")
        assert (weight.minValue, weight.maxValue) == (400, 700)
        # Columns of numbers stand under one another without a font feature.
        assert len({face["hmtx"][letters[ord(digit)]][0] for digit in "0123456789"}) == 1


def test_every_font_names_a_file_of_its_wheel() -> None:
    assert [font.name for font in assets.FONTS if not assets.source(font).is_file()] == []


def test_no_half_file_is_left_when_the_making_fails(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(font: assets.Font, target: Path) -> None:
        target.write_bytes(b"half")
        raise OSError("disk full")

    monkeypatch.setattr(assets, "_cut", fail)
    with pytest.raises(OSError, match="disk full"):
        assets.make(tmp_path, [], lambda _words: None)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_catalogue_is_compiled_beside_its_source_and_again_when_it_changes(made: Path, tmp_path: Path) -> None:
    source = tmp_path / "fr" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text(PO)
    assert assets.make(made, [tmp_path], lambda _words: None)
    first = source.with_suffix(".mo").read_bytes()
    assert b"Enregistrer" in first
    assert not assets.make(made, [tmp_path], lambda _words: None)
    source.write_text(PO.replace("Enregistrer", "Garder"))
    assert assets.make(made, [tmp_path], lambda _words: None)
    assert source.with_suffix(".mo").read_bytes() != first


def test_the_command_says_what_it_found(made: Path, settings: Any) -> None:
    settings.ASSETS_DIR = made
    settings.LOCALE_PATHS = []
    call_command("assets", stdout=StringIO())
    out = StringIO()
    call_command("assets", stdout=out)
    assert out.getvalue() == "Assets are up to date.\n"
    assert set(json.loads((made / "stamp.json").read_text())) == {*(font.name for font in assets.FONTS), "palette"}


def test_a_changed_recipe_cuts_the_fonts_again(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "RECIPE", assets.RECIPE + 1)
    said: list[str] = []
    assert assets.make(made, [], said.append)
    assert len([words for words in said if "woff2" in words]) == len(assets.FONTS)
