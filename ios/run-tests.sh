#!/bin/bash
# Everything that can be proven about the Swift side on Linux: the Kit and its tests against
# the real core, the screens type-checked, and the proof that those checks catch mistakes.
#
# Wants tools/generate.sh to have run. VECTORS_DIR names another folder of vectors.
# Ends with the closing line of `swift test`; the exit code is the result.
set -euo pipefail
ios=$(dirname "$(readlink -f "$0")")
root=$(dirname "$ios")
swift=${AMPERSAND_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/ampersand}/swift
library=$root/build/lib
scratch=$root/build/swift

die() { echo "ios: $*" >&2; exit 1; }
step() { printf '\n== ios: %s\n' "$*"; }

for made in "$library/libampersand_ffi.so" "$ios/Sources/AmpersandCore/AmpersandCore.swift" \
    "$ios/Sources/AmpersandFFI/module.modulemap" "$ios/Sources/AmpersandKit/Generated/Texts.swift"; do
    [ -f "$made" ] || die "${made#"$root/"} is missing: run tools/generate.sh"
done

step "Swift toolchain"
"$root/tools/swift/install-swift.sh" "$swift"

# One run at a time in one build folder: the second waits for the first.
exec 9>"$root/build/swift.lock"
flock 9

# The tests run in a root of their own that sees nothing of this machine but the repository.
vectors=$root/tests/vectors
if [ -n "${VECTORS_DIR:-}" ]; then
    mkdir -p "$root/build"
    rm -rf "$root/build/vectors-swift"
    cp -r "$VECTORS_DIR" "$root/build/vectors-swift"
    vectors=$root/build/vectors-swift
fi
case $vectors in *[[:space:]]*) die "a path with blanks cannot be handed on: $vectors" ;; esac

swift_in() {
    (cd "$ios" && SWIFT_IN_ENV="VECTORS_DIR=$vectors" "$root/tools/swift/swift-in" "$swift" "$root" "$@")
}
# -L finds the library when linking, -rpath when running. The runtime's own Observation library
# lacks a symbol on Linux in Swift 6.0 (swiftlang/swift issue 75670), which nothing calls: hence
# --allow-shlib-undefined.
flags=(--scratch-path "$scratch" -Xswiftc -warnings-as-errors
    -Xlinker "-L$library" -Xlinker -rpath -Xlinker "$library" -Xlinker --allow-shlib-undefined)

step "build: core interface, Kit, tests, and the screens against the declarations"
swift_in swift build --build-tests "${flags[@]}"

step "the declarations catch mistakes"
swift_in Checks/negative.sh "$scratch/debug/Modules"

step "tests on the real core"
swift_in swift test --disable-xctest "${flags[@]}"
