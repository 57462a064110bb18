#!/bin/sh
# Lint, types, import contracts, templates, drift of migrations and of the published schema. Stops at the first fault.
set -eu
bin=.venv/bin

say() { printf '== %s\n' "$1"; }

say "ruff"
"$bin/ruff" check .
"$bin/ruff" format --check .
say "mypy"
"$bin/mypy"
say "import contracts"
"$bin/lint-imports"
say "templates"
"$bin/djlint" templates --lint --quiet
say "migrations"
"$bin/python" manage.py makemigrations --check --dry-run
say "API schema"
drawn=$(mktemp)
trap 'rm -f "$drawn"' EXIT
"$bin/python" manage.py spectacular --validate --fail-on-warn --file "$drawn"
if ! diff -u api/schema.yml "$drawn"; then
    echo "api/schema.yml is not what the code says: manage.py spectacular --file api/schema.yml" >&2
    exit 1
fi
say "all good"
