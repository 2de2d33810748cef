#!/bin/sh
# Installs what is missing and nothing else.
#
#   tools/install.sh run     QGIS and Python packages from Debian, and .venv that sees them
#   tools/install.sh test    the same, and what testing needs, from Debian and the Python package index
#   tools/install.sh screenshots    as run, and a display with a window manager
#
# .venv is made by Debian's own Python, the only one that sees QGIS, whatever other comes first in PATH.
set -eu
cd "$(dirname "$0")/.."
purpose=${1:-run}
python=/usr/bin/python3
log=.venv-install.log

fail() {
    echo "$1" >&2
    [ -s "$log" ] && { echo "The last lines of $log:" >&2; tail -n 20 "$log" >&2; }
    exit 1
}

installed() {
    dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q '^install ok installed$'
}

install_debian_packages() {
    command -v dpkg-query >/dev/null ||
        fail "This installs QGIS on Debian and Ubuntu only. Elsewhere install QGIS and scipy, and see CONTRIBUTING.md."
    missing=
    packages="qgis python3-qgis python3-gdal python3-numpy python3-scipy python3-jinja2 python3-matplotlib python3-venv"
    # lrelease, which compiles the translations.
    packages="$packages qttools5-dev-tools"
    # Without them the tests of what needs OpenCV, and of QGIS's desktop, which needs a display, are left out.
    [ "$purpose" != test ] || packages="$packages python3-opencv xvfb xauth"
    [ "$purpose" != screenshots ] || packages="$packages python3-opencv xvfb openbox"
    for package in $packages; do
        installed "$package" || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    [ "$(id -u)" -eq 0 ] || fail "Missing:$missing. Run as root: apt-get install$missing"
    echo "Installing with apt-get (some minutes):$missing"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq >>"$log" 2>&1 || fail "apt-get update failed."
    # $missing is a list of words on purpose.
    # shellcheck disable=SC2086
    apt-get install -qq --no-install-recommends $missing >>"$log" 2>&1 || fail "apt-get install failed."
}

make_environment() {
    # A checkout that was moved has an environment that no longer runs.
    .venv/bin/python -c 'import osgeo, scipy' >/dev/null 2>&1 && return 0
    echo "Making .venv"
    "$python" -m venv --clear --system-site-packages .venv >>"$log" 2>&1 || fail "The environment .venv could not be made."
    .venv/bin/python -c 'import osgeo, scipy, qgis.core' >>"$log" 2>&1 || fail "QGIS's Python packages are not found."
}

install_test_packages() {
    cmp -s tools/requirements.txt .venv/requirements.txt && return 0
    echo "Installing what testing needs into .venv"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
        -r tools/requirements.txt >>"$log" 2>&1 || fail "pip install failed."
    cp tools/requirements.txt .venv/requirements.txt
}

: >"$log"
install_debian_packages
make_environment
[ "$purpose" != test ] || install_test_packages
rm -f "$log"
