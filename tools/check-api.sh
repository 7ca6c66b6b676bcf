#!/bin/bash
# Holds the exported API of a library against tests/golden/api.txt. The order of variants and fields counts: it is what
# crosses the border.
#
#   check-api.sh [LIBRARY]            compares; LIBRARY is build/lib/libampersand_ffi.so unless said otherwise
#   check-api.sh --update [LIBRARY]   writes the golden anew
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."

update=false
[ "${1:-}" = --update ] && { update=true; shift; }
library=${1:-build/lib/libampersand_ffi.so}
golden=tests/golden/api.txt

[ -f "$library" ] || { echo "check-api: $library is not there: run tools/generate.sh first" >&2; exit 1; }
cargo build --quiet --locked -p ampersand-bindgen --bin api-dump
found=$(mktemp)
trap 'rm -f "$found"' EXIT
"${CARGO_TARGET_DIR:-target}/debug/api-dump" "$library" >"$found"

if $update; then
    mkdir -p "$(dirname "$golden")"
    cp "$found" "$golden"
    chmod 644 "$golden"
    echo "check-api: wrote $golden, $(wc -l <"$golden") lines"
elif diff -u --label "$golden" --label "$library" "$golden" "$found"; then
    echo "check-api: $(wc -l <"$golden") lines, as in $golden"
else
    echo "check-api: the API is not the one in $golden." >&2
    echo "If the change is meant: tools/check-api.sh --update, look at its diff, and say in CHANGELOG.md what changed." >&2
    exit 1
fi
