#!/bin/sh
# Make .venv and install a locked list into it: scripts/python.sh LIST STAMP
# uv where it works; else the first Python >= 3.12 that really runs and has venv; else pip fetches uv, uv fetches Python.
set -eu
list=$1
stamp=$2

works() { "$@" >/dev/null 2>&1; }

good_python() {
    for candidate in python3 python3.14 python3.13 python3.12 "${PYENV_ROOT:-$HOME/.pyenv}"/versions/*/bin/python3; do
        # A shim can exist and fail, so it is run. Debian's python3 can lack ensurepip, and then venv fails.
        if works "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 12))'; then
            echo "$candidate"
            return 0
        fi
    done
    return 1
}

fetched_uv() {
    for candidate in python3 python "${PYENV_ROOT:-$HOME/.pyenv}"/versions/*/bin/python3; do
        if works "$candidate" -m pip install --quiet --disable-pip-version-check --target .boot uv && works .boot/bin/uv --version; then
            echo .boot/bin/uv
            return 0
        fi
    done
    return 1
}

uv=
if works uv --version; then
    uv=uv
elif works .boot/bin/uv --version; then
    uv=.boot/bin/uv
fi

if ! works .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 12))'; then
    rm -rf .venv
    if [ -z "$uv" ] && python=$(good_python); then
        echo "Making .venv with $("$python" --version)."
        "$python" -m venv .venv
    elif [ -n "$uv" ] || uv=$(fetched_uv); then
        echo "Making .venv with $("$uv" --version)."
        "$uv" venv --quiet .venv
    else
        echo "No Python 3.12 or newer with venv was found, and no pip that could fetch uv." >&2
        echo "Install Python 3.12+ (on Debian and Ubuntu also python3-venv), or uv: https://docs.astral.sh/uv/" >&2
        exit 1
    fi
fi

echo "Installing $list."
if [ -n "$uv" ]; then
    "$uv" pip install --quiet --python .venv/bin/python --require-hashes --requirement "$list"
else
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement "$list"
fi
touch "$stamp"
