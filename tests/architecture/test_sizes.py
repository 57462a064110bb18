"""Small files with one noun each, short functions."""

import ast

from tests.architecture.rooms import parsed

MOST_LINES = 400
LONGEST_BODY = 40  # without the signature, which the formatter spreads over lines, and the docstring


def test_files_stay_under_four_hundred_lines():
    long = [
        str(path) for path, tree in parsed() if tree.body and max(n.end_lineno or 0 for n in tree.body) > MOST_LINES
    ]
    assert not long


def body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return (node.end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_functions_stay_short():
    long = [
        f"{path}:{node.lineno} {node.name}"
        for path, tree in parsed()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and body_lines(node) > LONGEST_BODY
    ]
    assert not long, "\n".join(long)


def test_no_file_is_named_after_nothing():
    vague = {"utils.py", "helpers.py", "misc.py", "common.py"}
    assert not [str(path) for path, _tree in parsed() if path.name in vague]
