#!/bin/bash
# Measures the budgets: builds one release library and lets Rust, Python, Swift and Kotlin use that same one, in the same
# place, turn by turn.
#
#   bench.sh [LANGUAGE...]     python swift kotlin unless said otherwise
#
# Ratios are taken on the disk below build/bench, where a vault lives in earnest; differences in memory, where no disk
# adds its noise.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
root=$PWD
bench=$root/build/bench
memory=/dev/shm
[ -w "$memory" ] || memory=$bench
[ $# -gt 0 ] || set -- python swift kotlin

echo "bench: building the release library" >&2
cargo build --quiet --locked --release -p ampersand-ffi -p ampersand-tests --bin bench --bin fixture --lib
release=${CARGO_TARGET_DIR:-target}/release
mkdir -p "$bench/lib"
cmp -s "$release/libampersand_ffi.so" "$bench/lib/libampersand_ffi.so" || cp "$release/libampersand_ffi.so" "$bench/lib/"

# A program of one line for each language: what it measures is built before the first turn.
runner() { # LANGUAGE COMMAND...
    printf '#!/bin/bash\nexec %s "$@"\n' "${*:2}" >"$bench/run-$1"
    chmod +x "$bench/run-$1"
}

python_() {
    rm -rf "$bench/python"
    mkdir -p "$bench/python/ampersand"
    cp build/python/ampersand/*.py "$bench/lib/libampersand_ffi.so" "$bench/python/ampersand/"
    runner python env PYTHONPATH="'$bench/python'" python3 "'$root/tests/python/check_bench.py'"
}

swift_() {
    local swift=${AMPERSAND_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/ampersand}/swift
    tools/swift/install-swift.sh "$swift" >&2
    (cd ios && "$root/tools/swift/swift-in" "$swift" "$root" swift build -c release --product CheckBench --scratch-path "$bench/swift" \
        -Xlinker "-L$bench/lib" -Xlinker -rpath -Xlinker "$bench/lib" -Xlinker --allow-shlib-undefined >&2)
    runner swift "'$root/tools/swift/swift-in'" "'$swift'" "'$root'" "'$bench/swift/release/CheckBench'"
}

kotlin_() {
    mvn -q -B -ntp -Dkotlin.compiler.daemon=false -f android/pom.xml -pl core-kotlin test-compile dependency:build-classpath \
        -Dmdep.outputFile="$bench/kotlin-classpath" >&2
    local target=$root/android/core-kotlin/target
    runner kotlin java "'-Djna.library.path=$bench/lib'" -cp "'$target/classes:$target/test-classes:$(cat "$bench/kotlin-classpath")'" \
        app.ampersand.core.CheckBenchKt
}

languages=()
for language in "$@"; do
    echo "bench: preparing $language" >&2
    "${language}_"
    # Swift's program has no turns; it is started for each Check.
    mark==; [ "$language" = swift ] && mark=:
    languages+=("$language$mark$bench/run-$language")
done
disk=$(mktemp -d "$bench/vaults.XXXXXX")
memory=$(mktemp -d "$memory/ampersand-bench.XXXXXX")
trap 'rm -rf "$disk" "$memory"' EXIT
fixtures=$root/build/fixture
echo "bench: making the vaults of ten years in $fixtures, unless they are there" >&2
"$release/fixture" "$fixtures" 1000 20000 >&2
echo "bench: measuring in $disk and $memory" >&2
"$release/bench" "$disk" "$memory" "$fixtures" "${languages[@]}"
