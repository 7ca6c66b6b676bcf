#!/bin/sh
# Builds libampersand_ffi.so for each processor that the Android app is made for, into build/android-jni/<abi>/ (android/app/build.gradle.kts
# takes it from there).
#
# Needs: rustup, and Android's NDK, whose folder is taken from ANDROID_NDK_HOME, or else from ANDROID_HOME/ndk/<the version that
# android/gradle/libs.versions.toml names>. SQLCipher needs OpenSSL, which Android does not offer to apps, so it is built along (perl and make).
# Pages of 16 kB: devices with them refuse a library that is laid out for 4 kB.
set -eu
cd "$(dirname "$0")/.."

version=$(sed -n 's/^ndk = "\(.*\)"$/\1/p' android/gradle/libs.versions.toml)
api=$(sed -n 's/^min-sdk = "\(.*\)"$/\1/p' android/gradle/libs.versions.toml)
ndk=${ANDROID_NDK_HOME:-${ANDROID_HOME:-}/ndk/$version}
if [ ! -d "$ndk/toolchains/llvm/prebuilt" ]; then
    echo "no NDK in \"$ndk\": set ANDROID_NDK_HOME, or install it with: sdkmanager \"ndk;$version\"" >&2
    exit 1
fi
case $(uname -s) in
    Darwin) host=darwin-x86_64 ;;
    *) host=linux-x86_64 ;;
esac
bin=$ndk/toolchains/llvm/prebuilt/$host/bin

# one ABI: Android's name for it, Rust's name for it, and what the NDK's compiler calls it
build() {
    abi=$1 target=$2 clang=$3
    rustup target add "$target"
    upper=$(echo "$target" | tr 'a-z-' 'A-Z_')
    lower=$(echo "$target" | tr '-' '_')
    env "CARGO_TARGET_${upper}_LINKER=$bin/$clang$api-clang" \
        "CARGO_TARGET_${upper}_RUSTFLAGS=-Clink-arg=-Wl,-z,max-page-size=16384" \
        "CC_$lower=$bin/$clang$api-clang" "AR_$lower=$bin/llvm-ar" "RANLIB_$lower=$bin/llvm-ranlib" \
        ANDROID_NDK_ROOT="$ndk" PATH="$bin:$PATH" \
        cargo build --release --locked -p ampersand-ffi --features vendored-openssl --target "$target"
    mkdir -p "build/android-jni/$abi"
    cp "target/$target/release/libampersand_ffi.so" "build/android-jni/$abi/"
    # only here may the symbols go: the generator has read them from the library of this machine
    "$bin/llvm-strip" --strip-unneeded "build/android-jni/$abi/libampersand_ffi.so"
    echo "build/android-jni/$abi/libampersand_ffi.so"
}

build arm64-v8a aarch64-linux-android aarch64-linux-android
build armeabi-v7a armv7-linux-androideabi armv7a-linux-androideabi
build x86_64 x86_64-linux-android x86_64-linux-android
