#!/bin/bash
# Puts a Swift toolchain for Linux into the folder DEST, which becomes a small Debian root
# of its own. Nothing of the machine it runs on is changed but that folder (and debootstrap,
# where it is missing).
#
#   install-swift.sh DEST
#
# Needs root, or sudo, and a Debian mirror among the machine's own apt sources: the
# toolchain is a Debian package, so nothing is fetched from anywhere else.
# A finished DEST is known by its stamp and costs nothing; an unfinished one (a run that was
# interrupted) is taken away and made anew.
set -euo pipefail

suite=trixie
packages="swiftlang swiftlang-dev libc6-dev libstdc++-14-dev gcc git"
spec="$suite ca-certificates $packages"

die() { echo "install-swift: $*" >&2; exit 1; }

[ $# -eq 1 ] || die "usage: install-swift.sh DEST"
[ "$(uname -s)" = Linux ] || die "this toolchain is for Linux; on a Mac, Xcode brings its own"

# Asked before anything else, without root: is it there already?
stamp=$1/.swift-toolchain           # one line: "building SPEC" or "ready SPEC"
ready() { [ -f "$stamp" ] && [ "$(cat "$stamp")" = "ready $spec" ]; }
if ready; then
    echo "install-swift: $1 is up to date"
    exit 0
fi

if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null ||
        die "needs root for debootstrap and chroot: run it as root, or install sudo"
    mkdir -p "$1"                   # the cache folders above DEST stay the caller's own
    echo "install-swift: asking sudo for root (debootstrap, chroot)"
    exec sudo "$(readlink -f "$0")" "$(readlink -f "$1")"
fi

if ! command -v debootstrap >/dev/null; then
    command -v apt-get >/dev/null || die "debootstrap is missing, and there is no apt-get to install it with"
    echo "install-swift: installing debootstrap"
    DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends debootstrap ||
        die "debootstrap is missing: apt-get update && apt-get install debootstrap"
fi
for tool in flock setpriv unshare; do
    command -v "$tool" >/dev/null || die "$tool is missing: apt-get install util-linux"
done

mkdir -p "$1"
dest=$(cd "$1" && pwd -P)
[ "$dest" != / ] || die "DEST must not be /"
stamp=$dest/.swift-toolchain

# One installer for a DEST at a time: the second waits, and then finds the stamp.
exec 9>"$dest.lock"
flock 9
if ready; then
    echo "install-swift: $dest is up to date"
    exit 0
fi

# The mirror this machine uses itself: the first entry that is not the security archive.
mirror_of_host() {
    local f
    for f in /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list; do
        [ -f "$f" ] || continue
        case $f in
        *.sources) awk -v RS= '{
                uri = ""; suites = ""; deb = 0
                n = split($0, line, "\n")
                for (i = 1; i <= n; i++) {
                    k = split(line[i], w, /[ \t]+/)
                    if (w[1] == "Types:") for (j = 2; j <= k; j++) if (w[j] == "deb") deb = 1
                    if (w[1] == "URIs:") uri = w[2]
                    if (w[1] == "Suites:") suites = line[i]
                }
                if (deb && uri != "" && suites !~ /-security/) { print uri; exit }
            }' "$f" ;;
        *) awk '$1 == "deb" { sub(/\[[^]]*\] */, ""); if ($3 !~ /-security/) { print $2; exit } }' "$f" ;;
        esac
    done | head -n 1
}
mirror=$(mirror_of_host)
[ -n "$mirror" ] || die "no Debian mirror in /etc/apt/sources.list or debian.sources"

# Begin with nothing, and delete only what this script made.
if [ -f "$stamp" ]; then
    [ -z "$(awk -v d="$dest/" 'index($5, d) == 1' /proc/self/mountinfo)" ] ||
        die "something is still mounted below $dest"
    rm -rf --one-file-system "$dest"
    mkdir -p "$dest"
elif [ -n "$(ls -A "$dest")" ]; then
    die "$dest is not empty, and this script did not make it"
fi
echo "install-swift: fetching a Swift toolchain into $dest (about 2 minutes, 2.7 GB on disk)"
echo "building $spec" >"$stamp"

# From here on in mount and process namespaces of their own. However this script ends, the
# kernel ends what is left in them and drops the mounts; the machine never sees either.
export dest mirror suite packages
setpriv --pdeathsig KILL unshare --mount --propagation private --pid --fork --kill-child \
    bash -euo pipefail <<'INNER'
debootstrap --variant=minbase --include=ca-certificates "$suite" "$dest" "$mirror" </dev/null

mount -t proc proc "$dest/proc"     # swift reads /proc/self/exe

# Only where the machine has something that a bare root lacks: a proxy, a certificate.
apt-config dump | grep -E '^Acquire::(http|https)::Proxy' >"$dest/etc/apt/apt.conf.d/30host" || true
case $mirror in https:*)
    cp /etc/ssl/certs/ca-certificates.crt "$dest/etc/ssl/host-ca.crt"
    echo 'Acquire::https::CaInfo "/etc/ssl/host-ca.crt";' >>"$dest/etc/apt/apt.conf.d/30host" ;;
esac
[ -s "$dest/etc/apt/apt.conf.d/30host" ] || rm -f "$dest/etc/apt/apt.conf.d/30host"

in_root() {
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        chroot "$dest" "$@" </dev/null
}
in_root apt-get -q update
in_root apt-get -q -y install --no-install-recommends $packages
in_root apt-get clean
rm -rf "$dest"/var/lib/apt/lists/*
in_root swift --version
INNER

echo "ready $spec" >"$stamp"
echo "install-swift: done, $(du -sxm "$dest" | cut -f1) MiB in $dest"
