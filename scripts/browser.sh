#!/bin/sh
# Find a Chromium for the browser tests, or try once to get one. Without one those tests skip and say so.
set -u
tried=.venv/.browser-tried

found() { .venv/bin/python -m tests.support.chromium >/dev/null 2>&1; }

if found || [ -e "$tried" ]; then
    exit 0
fi
touch "$tried"
echo "No Chromium found: trying to get one for the browser tests."
timeout 300 .venv/bin/python -m playwright install chromium >/dev/null 2>&1 || true
if ! found && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    (apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends chromium) >/dev/null 2>&1 || true
fi
found || echo "Still no Chromium: the browser tests will be skipped. Set CHROMIUM to its path."
