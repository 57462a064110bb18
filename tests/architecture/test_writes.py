"""Only services and runners write rows."""

import ast
from pathlib import Path

import pytest

from tests.architecture.rooms import parsed

WRITES = {
    "save", "create", "bulk_create", "update", "bulk_update", "delete", "get_or_create", "update_or_create",
    "acreate", "asave", "adelete", "aupdate", "perform_create", "perform_update", "perform_destroy",
}  # fmt: skip
BANNED_BASES = {
    "CreateModelMixin", "UpdateModelMixin", "DestroyModelMixin", "ModelViewSet", "CreateAPIView", "UpdateAPIView",
    "DestroyAPIView", "ListCreateAPIView", "RetrieveUpdateAPIView", "RetrieveDestroyAPIView",
    "RetrieveUpdateDestroyAPIView", "CreateView", "UpdateView", "DeleteView",
}  # fmt: skip
# Each line gives its reason; a line that no file needs any more fails below.
ALLOWED = {
    ("accounts/models/user.py", "save"): "the manager that Django's createsuperuser calls",
    ("core/audit.py", "create"): "the audit row itself, called by services only",
    ("core/models.py", "update"): "guarded_update, called by services only",
    ("workbench/assets.py", "save"): "a font file of the assets step",
    ("core/jobs.py", "update"): "claim, lease and sweep: the worker's side",
}


def writes(room: str, tree: ast.Module) -> list[tuple[str, int]]:
    found = []
    for node in ast.walk(tree):
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(called, ast.Attribute) and called.attr in WRITES and not _is_plain(called):
            found.append((called.attr, node.lineno))
        if isinstance(node, ast.ClassDef):
            bases = {base.attr if isinstance(base, ast.Attribute) else getattr(base, "id", "") for base in node.bases}
            found += [(base, node.lineno) for base in bases & BANNED_BASES]
    return found


def _is_plain(func: ast.Attribute) -> bool:
    """`update` of a dict or a hash is no write: those are called on names that say so."""
    owner = func.value
    name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
    return func.attr == "update" and name in {"digest", "sha", "hasher", "environ", "context", "found", "env"}


def is_writer(path: Path) -> bool:
    return "services" in path.parts or path.name in {"services.py", "runner.py"} or "importers" in path.parts


def test_nothing_but_services_and_runners_writes():
    offenders = []
    for path, tree in parsed():
        if is_writer(path) or path.parts[0] == "engine":
            continue
        offenders += [
            f"{path}:{line} {name}" for name, line in writes(path.parts[0], tree) if (str(path), name) not in ALLOWED
        ]
    assert not offenders, "\n".join(offenders)


def test_the_allow_list_is_not_stale():
    seen = {(str(path), name) for path, tree in parsed() for name, _line in writes(path.parts[0], tree)}
    assert set(ALLOWED) <= seen


@pytest.mark.parametrize("source", ["x.save()", "Model.objects.create(a=1)", "class A(CreateModelMixin): pass"])
def test_the_guard_sees_a_write(source):
    assert writes("world", ast.parse(source))
