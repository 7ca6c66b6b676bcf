#!/bin/bash
# Builds the library for this machine and writes everything that is generated from it or from the data:
#   build/lib/libampersand_ffi.so          what the desktop, Python and the Linux tests load
#   build/kotlin                           the Kotlin API
#   ios/Sources/AmpersandCore, AmpersandFFI  the Swift API, its C header and module map
#   build/python/ampersand                 an importable Python package
#   build/generated/kotlin, ios/Sources/AmpersandKit/Generated   texts and theme
# Nothing of it is committed; a file is written only when it changed, so that later builds stay incremental.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."

cargo build --quiet --locked -p ampersand-ffi -p ampersand-bindgen
target=${CARGO_TARGET_DIR:-target}/debug
lib=$target/libampersand_ffi.so
mkdir -p build/lib
# a new file, not new bytes in the old one: a program that has it loaded would end in the middle
cmp -s "$lib" build/lib/libampersand_ffi.so || cp --remove-destination "$lib" build/lib/libampersand_ffi.so

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
bindgen() { "$target/uniffi-bindgen" generate --config bindings/uniffi.toml --no-format --library "$lib" "$@"; }
swift() { "$target/uniffi-bindgen-swift" --config bindings/uniffi.toml "$@"; }

bindgen --language kotlin --out-dir "$out/kotlin"
bindgen --language python --out-dir "$out/python/ampersand"
swift --swift-sources "$lib" "$out/swift"
swift --headers "$lib" "$out/swift"
swift --modulemap --module-name AmpersandFFI --modulemap-filename module.modulemap "$lib" "$out/swift"
# SwiftPM takes the library to link from a systemLibrary's module map; the XCFramework's map must not have that line.
sed -i 's/^}$/    link "ampersand_ffi"\n}/' "$out/swift/module.modulemap"
cp "$lib" "$out/python/ampersand/"
cp bindings/python/*.py "$out/python/ampersand/"

place() { # FROM TO
    mkdir -p "$(dirname "$2")"
    cmp -s "$1" "$2" || cp --remove-destination "$1" "$2"
}
place "$out/kotlin/app/ampersand/core/ampersand_ffi.kt" build/kotlin/app/ampersand/core/ampersand_ffi.kt
place "$out/swift/AmpersandCore.swift" ios/Sources/AmpersandCore/AmpersandCore.swift
for file in AmpersandFFI.h module.modulemap; do place "$out/swift/$file" "ios/Sources/AmpersandFFI/$file"; done
for file in __init__.py _buffers.py ampersand_ffi.py libampersand_ffi.so; do place "$out/python/ampersand/$file" "build/python/ampersand/$file"; done

python3 tools/generate_texts.py --kotlin build/generated/kotlin --swift ios/Sources/AmpersandKit/Generated
python3 tools/generate_look.py --kotlin build/generated/kotlin --swift ios/Sources/AmpersandKit/Generated
