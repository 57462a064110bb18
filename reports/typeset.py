"""The child that typesets a brief: a fresh folder with the template alone, our fonts alone, no packages."""

import json
import shutil
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

import typst

from reports import fonts
from reports.watched import limit_self

TEMPLATE = Path(__file__).parent / "typst"
STANDARDS = ["ua-1", "a-2a"]


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
        "sources": json.dumps(job["sources"], ensure_ascii=False, sort_keys=True),
        "accessible": "yes" if job["accessible"] else "no",
    }
    made = compiler.compile(
        format="pdf",
        sys_inputs=inputs,
        pdf_standards=STANDARDS if job["accessible"] else [],
        timestamp=datetime.fromisoformat(job["timestamp"]),
    )
    if not isinstance(made, bytes):
        raise TypeError("The typesetter gave no single document.")
    return made


def _failing_node(compiler: typst.Compiler, job: dict[str, Any]) -> str | None:
    """The first node of the body without whose siblings the brief still fails; none if the frame itself fails."""
    for index, node in enumerate(job["tree"]["body"]):
        try:
            _compile(compiler, job, {**job["tree"], "body": [node]})
        except typst.TypstError:
            return f"body[{index}] ({node.get('kind')}: {_name(node)})"
    return None


def _name(node: dict[str, Any]) -> str:
    named = node.get("id") or node.get("title") or node.get("text") or ""
    return named if isinstance(named, str) else ""
