#!/bin/bash
# The format of everything under ios/ that a person wrote; generated files are left out.
set -euo pipefail
ios=$(dirname "$(readlink -f "$0")")
root=$(dirname "$ios")
swift=${AMPERSAND_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/ampersand}/swift

"$root/tools/swift/install-swift.sh" "$swift"
cd "$ios"
"$root/tools/swift/swift-in" "$swift" "$root" swift-format lint --strict --recursive \
    Package.swift App Checks Tests bench \
    Sources/AmpersandKit/Core Sources/AmpersandKit/Models Sources/AmpersandKit/Ports Sources/AmpersandKit/Words
for script in run-tests.sh lint.sh xcframework.sh Checks/negative.sh \
    ../tools/swift/install-swift.sh ../tools/swift/swift-in; do
    bash -n "$script"
done
echo "ios: format as agreed"
