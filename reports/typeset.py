"""The child that typesets a brief: a fresh folder with the template alone, our fonts alone, no packages."""

import json
import re
import shutil
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import typst

from reports import fonts
from reports.watched import limit_self

TEMPLATE = Path(__file__).parent / "typst"
STANDARDS: list[Literal["ua-1", "a-2a"]] = ["ua-1", "a-2a"]
_SPECIAL = re.compile(r"[\\${}]")


def answer(job: dict[str, Any]) -> tuple[int, bytes]:
    """Exit code and output for a job {"tree", "svgs", "sources", "timestamp", "accessible"}: the PDF, or what failed."""
    limit_self(cpu_seconds=20, memory_bytes=1 << 30)
    with tempfile.TemporaryDirectory() as folder:
        root, empty = Path(folder, "root"), Path(folder, "packages")
        shutil.copytree(TEMPLATE, root)
        empty.mkdir()
        compiler = typst.Compiler(
            input=str(root / "brief.typ"),
            root=str(root),
            font_paths=typst.Fonts(
                include_system_fonts=False, include_embedded_fonts=False, font_paths=fonts.folders()
            ),
            ignore_system_fonts=True,
            package_path=str(empty),
            package_cache_path=str(empty),
        )
        try:
            return 0, _compile(compiler, job, job["tree"])
        except typst.TypstError as error:
            failure = {"node": _failing_node(compiler, job), "message": error.message[:500]}
            return 3, json.dumps(failure).encode()


def _compile(compiler: typst.Compiler, job: dict[str, Any], tree: dict[str, Any]) -> bytes:
    inputs = {
        "tree": json.dumps(tree, ensure_ascii=False, sort_keys=True),
        "svgs": json.dumps(job["svgs"], ensure_ascii=False, sort_keys=True),
        "sources": json.dumps(_literal(job["sources"]), ensure_ascii=False, sort_keys=True),
        "accessible": "yes" if job["accessible"] else "no",
    }
    made = compiler.compile(
        format="pdf",
        sys_inputs=inputs,
        pdf_standards=[*STANDARDS] if job["accessible"] else [],
        timestamp=datetime.fromisoformat(job["timestamp"]),
    )
    if not isinstance(made, bytes):
        raise TypeError("The typesetter gave no single document.")
    return made


def _literal(sources: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Titles in which a bibliography would read `$` as formulas, which are code, and braces as marks: escaped."""
    return {key: {**entry, "title": _SPECIAL.sub(r"\\\g<0>", entry.get("title", ""))} for key, entry in sources.items()}


def _failing_node(compiler: typst.Compiler, job: dict[str, Any]) -> str | None:
    """The first node that fails alone; none if the pages around the body fail without any."""
    references = {"kind": "references"}
    if not _makes(compiler, job, [references]):
        return None
    for index, node in enumerate(job["tree"]["body"]):
        if node != references and not _makes(compiler, job, [node, references]):
            return f"body[{index}] ({node.get('kind')}: {_name(node)})"
    return None


def _makes(compiler: typst.Compiler, job: dict[str, Any], body: list[dict[str, Any]]) -> bool:
    try:
        _compile(compiler, job, {**job["tree"], "body": body})
    except typst.TypstError:
        return False
    return True


def _name(node: dict[str, Any]) -> str:
    named = node.get("id") or node.get("title") or node.get("text") or ""
    return named if isinstance(named, str) else ""
