#!/bin/bash
# Builds the core for the phone and for the simulator and packs both, with the C header, into
# ios/AmpersandFFI.xcframework, which Package.swift takes on a Mac. Also writes the generated
# Swift. Needs a Mac with Xcode, rustup's Rust and the three targets it asks for.
#
#   ios/xcframework.sh && (cd ios && xcodegen)
set -euo pipefail
ios=$(dirname "$(readlink -f "$0")")
root=$(dirname "$ios")
cd "$root"

die() { echo "xcframework: $*" >&2; exit 1; }
[ "$(uname -s)" = Darwin ] || die "needs a Mac with Xcode"
for tool in cargo rustup xcodebuild lipo; do
    command -v "$tool" >/dev/null || die "$tool is missing"
done

phone=aarch64-apple-ios
simulators="aarch64-apple-ios-sim x86_64-apple-ios"
rustup target add $phone $simulators

# The deployment target of Package.swift and project.yml.
export IPHONEOS_DEPLOYMENT_TARGET=17.0
# SQLCipher takes its cryptography from the system (CommonCrypto) where no OpenSSL is named.
unset OPENSSL_DIR OPENSSL_LIB_DIR OPENSSL_INCLUDE_DIR
# Locks by the file system's kind are for network disks; without them SQLite asks neither for
# the host's id nor for the disk, and the privacy manifest need not speak of it.
export LIBSQLITE3_FLAGS="-DSQLITE_ENABLE_LOCKING_STYLE=0"

for target in $phone $simulators; do
    cargo build --locked --release -p ampersand-ffi --target "$target"
done

# `strip = "debuginfo"` keeps the metadata that the generator reads out of the library.
out=$root/build/xcframework
rm -rf "$out" "$ios/AmpersandFFI.xcframework"
mkdir -p "$out/headers" "$out/simulator"
tool() {
    cargo run --locked -q -p ampersand-bindgen --bin uniffi-bindgen-swift -- --config bindings/uniffi.toml "$@"
}
library=target/$phone/release/libampersand_ffi.a
tool --headers "$library" "$out/headers"
tool --modulemap --xcframework --module-name AmpersandFFI --modulemap-filename module.modulemap \
    "$library" "$out/headers"
mkdir -p "$ios/Sources/AmpersandCore"
tool --swift-sources "$library" "$ios/Sources/AmpersandCore"

lipo -create -output "$out/simulator/libampersand_ffi.a" \
    $(for target in $simulators; do echo "target/$target/release/libampersand_ffi.a"; done)
xcodebuild -create-xcframework \
    -library "$library" -headers "$out/headers" \
    -library "$out/simulator/libampersand_ffi.a" -headers "$out/headers" \
    -output "$ios/AmpersandFFI.xcframework"

# Texts, colours and the mark, from the same files as everywhere.
python3 tools/generate_texts.py --swift ios/Sources/AmpersandKit/Generated
python3 tools/generate_look.py --swift ios/Sources/AmpersandKit/Generated
python3 ios/icon.py
