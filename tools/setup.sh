#!/bin/bash
# Installs what a group of commands needs, and says so. Running it again costs nothing.
#
#   setup.sh rust    the compiler, a C compiler and OpenSSL's headers
#   setup.sh python  that, and the packages that the Python tests compare with, in the user's cache folder
#   setup.sh run     that, and what the desktop preview, Maven and Robolectric need
#   setup.sh swift   that, and the Swift toolchain in the user's cache folder
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."

die() { echo "setup: $*" >&2; exit 1; }
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else die "needs root or sudo for: $*"
    fi
}

# Debian packages that are missing, by name.
packages() {
    command -v dpkg-query >/dev/null || die "this is no Debian: install by hand what corresponds to: $*"
    local missing=() name
    for name in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing+=("$name")
    done
    [ ${#missing[@]} -eq 0 ] && return
    echo "setup: installing Debian packages: ${missing[*]}"
    as_root apt-get update -q >/dev/null || die "apt-get update failed"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}" >/dev/null ||
        die "apt-get install failed: ${missing[*]}"
}

need() { command -v "$1" >/dev/null || die "$1 is missing: $2"; }

rust() {
    need cargo "install Rust 1.95 with rustup"
    packages gcc libc6-dev make pkg-config libssl-dev python3
    # The reminder rules are proven over every zone of the system.
    [ -e /usr/share/zoneinfo/Europe/Berlin ] || packages tzdata
    if command -v rustup >/dev/null; then
        rustup component list --installed 2>/dev/null | grep -q '^clippy' || rustup component add clippy rustfmt
    fi
}

# Where the Python of the tests is: a folder for each list of packages, so that a changed list is a new folder.
python_home() {
    local version list
    version=$(python3 -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])')
    list=$(sha256sum tests/python/requirements.txt | cut -c 1-12)
    echo "${AMPERSAND_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/ampersand}/python/$version-$list"
}

python() {
    local home
    packages python3-venv
    home=$(python_home)
    [ -e "$home/complete" ] && return
    echo "setup: installing the Python packages of tests/python/requirements.txt"
    rm -rf "$home"
    python3 -m venv "$home" || die "python3 -m venv failed"
    "$home/bin/pip" install -q --no-deps --only-binary :all: --disable-pip-version-check -r tests/python/requirements.txt ||
        die "pip install failed: tests/python/requirements.txt"
    touch "$home/complete"
}

case ${1:-} in
rust) rust ;;
python)
    rust
    python
    ;;
python-home) python_home ;;
run)
    rust
    # aapt brings aapt2; the rest is for drawing, with or without a display.
    packages aapt libgl1 libfontconfig1 libx11-6 fonts-dejavu-core fontconfig
    command -v javac >/dev/null || packages openjdk-17-jdk-headless
    command -v mvn >/dev/null || packages maven
    ;;
swift)
    rust
    packages debootstrap util-linux
    tools/swift/install-swift.sh "${AMPERSAND_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/ampersand}/swift"
    ;;
*) die "usage: setup.sh rust|python|python-home|run|swift" ;;
esac
