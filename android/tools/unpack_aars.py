#!/usr/bin/env python3
"""Takes apart a folder of AARs and jars: every class into one folder, the resources compiled for `aapt2 link`.

usage: unpack_aars.py archives/ classes/ [res/ libs.versions.toml]
res/ gets one <archive>.zip of compiled resources each, and packages.txt: the packages whose R the AARs' own code asks for.
With res/ the archives must also be complete: every androidx class that they name has to be in one of them. And the device build's versions must
fit them: what they ask of the Android plugin and of the API compiled against, and the list of Compose versions (a .pom among the archives)."""
import io, pathlib, re, shutil, struct, subprocess, sys, tempfile, tomllib, zipfile
import xml.etree.ElementTree as tree

# foldable devices bring the first two themselves; the third is for SavedStateHandle.getLiveData alone
MAY_LACK = re.compile(r"androidx/window/(extensions|sidecar)/|androidx/lifecycle/MutableLiveData$")
SIZES = {3: 5, 4: 5, 5: 9, 6: 9, 7: 3, 8: 3, 9: 5, 10: 5, 11: 5, 12: 5, 15: 4, 16: 3, 17: 5, 18: 5, 19: 3, 20: 3}


def names_in(data):
    """The classes that a class file names: its constant pool's CONSTANT_Class entries."""
    count, at, i, texts, classes = struct.unpack_from(">H", data, 8)[0], 10, 1, {}, []
    while i < count:
        tag = data[at]
        if tag == 1:
            end = at + 3 + struct.unpack_from(">H", data, at + 1)[0]
            texts[i], at = data[at + 3:end], end
        else:
            if tag == 7:
                classes.append(struct.unpack_from(">H", data, at + 1)[0])
            at += SIZES[tag]
            i += tag in (5, 6)  # long and double take two places
        i += 1
    return {re.sub(r"^\[+L?|;$", "", texts[c].decode(errors="replace")) for c in classes}


def classes_of(archive):
    """The jar or jars inside."""
    z = zipfile.ZipFile(archive)
    if archive.suffix == ".jar":
        return [z]
    return [zipfile.ZipFile(io.BytesIO(z.read(n))) for n in z.namelist() if n == "classes.jar" or re.fullmatch(r"libs/[^/]+\.jar", n)]


def as_numbers(version):
    return [int(n) for n in re.findall(r"\d+", version)]


def check_device_build(archives, bill, versions):
    """Fails when the device build would not take these archives, or would take others."""
    versions = tomllib.loads(pathlib.Path(versions).read_text())["versions"]
    for archive in (a for a in archives if a.suffix == ".aar"):
        z = zipfile.ZipFile(archive)
        name = "META-INF/com/android/build/gradle/aar-metadata.properties"
        asks = dict(line.split("=", 1) for line in z.read(name).decode().split() if "=" in line) if name in z.namelist() else {}
        for key, ours in (("minCompileSdk", "compile-sdk"), ("minAndroidGradlePluginVersion", "agp")):
            if as_numbers(asks.get(key, "1")) > as_numbers(versions[ours]):
                raise SystemExit(f"{archive.name} asks for {key} {asks[key]}, libs.versions.toml has {ours} {versions[ours]}")
    stems = {a.stem for a in archives}
    known = {m.group(1): m.group(2) for m in (re.fullmatch(r"(.+?)-(?:android-|jvm-)?(\d[\w.]*)", s) for s in stems) if m}
    ns, compared = {"m": "http://maven.apache.org/POM/4.0.0"}, 0
    for d in tree.parse(bill).iterfind(".//m:dependencyManagement/m:dependencies/m:dependency", ns):
        artifact, version = (d.findtext(f"m:{tag}", namespaces=ns) for tag in ("artifactId", "version"))
        if artifact in known:
            compared += 1
            if known[artifact] != version:
                raise SystemExit(f"{artifact}: {known[artifact]} here, but {version} by {bill.name}")
    if not compared:
        raise SystemExit(f"{bill.name} names none of the archives")
    print(f"{compared} versions as in {bill.name}; compile-sdk {versions['compile-sdk']} and agp {versions['agp']} are enough")


def main(archives, classes, res=None, versions=None):
    bills = list(pathlib.Path(archives).glob("compose-bom-*.pom"))
    archives = sorted(p for p in pathlib.Path(archives).iterdir() if p.suffix in (".aar", ".jar"))
    if res:
        if len(bills) != 1:
            raise SystemExit(f"one list of Compose versions is needed, not {len(bills)}")
        check_device_build(archives, bills[0], versions)
    classes = pathlib.Path(classes)
    stamp = classes / ".unpacked.txt"
    now = "".join(f"{a.name} {a.stat().st_size}\n" for a in archives)
    if stamp.exists() and stamp.read_text() == now:
        return print(f"{len(archives)} archives, unpacked already")
    came_from, named = {}, set()
    if res:
        for folder in (res, classes):
            shutil.rmtree(folder, ignore_errors=True)
            pathlib.Path(folder).mkdir(parents=True)
    for archive in archives:
        for jar in classes_of(archive):
            for name in jar.namelist():
                if name.endswith("/") or name.upper() == "META-INF/MANIFEST.MF":
                    continue
                data = jar.read(name)
                if name.endswith(".class"):
                    if came_from.setdefault(name, archive.name) != archive.name:
                        raise SystemExit(f"{name} is both in {came_from[name]} and in {archive.name}: two versions of one library?")
                    named |= names_in(data)
                (classes / name).parent.mkdir(parents=True, exist_ok=True)
                (classes / name).write_bytes(data)
        if res and archive.suffix == ".aar":
            z = zipfile.ZipFile(archive)
            files = [n for n in z.namelist() if n.startswith("res/") and not n.endswith("/")]
            if files:
                with tempfile.TemporaryDirectory() as tmp:
                    z.extractall(tmp, files)
                    subprocess.run(["aapt2", "compile", "--dir", f"{tmp}/res", "-o", f"{res}/{archive.stem}.zip"], check=True)
    r_classes = {n for n in named if n.startswith("androidx/") and re.search(r"/R(\$\w+)?$", n)}
    packages = sorted({n.rsplit("/", 1)[0].replace("/", ".") for n in r_classes})
    if res:
        lacking = [n for n in sorted(named - r_classes) if n.startswith("androidx/") and f"{n}.class" not in came_from and not MAY_LACK.match(n)]
        if lacking:
            raise SystemExit("the list of archives is not complete, none has: " + " ".join(lacking[:20]))
        (pathlib.Path(res) / "packages.txt").write_text("\n".join(packages) + "\n")
    stamp.write_text(now)
    print(f"{len(archives)} archives, {len(came_from)} classes, R classes of {len(packages)} packages")


main(*sys.argv[1:])
