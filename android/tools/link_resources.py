#!/usr/bin/env python3
"""What the Android Gradle plugin does between res/ and R.java, with aapt2 alone. Runs in the app's folder.

usage: link_resources.py android-all.jar ../androidx/target/res
Reads the package's name from build.gradle.kts and the versions from ../gradle/libs.versions.toml, as the device build does. Writes
target/AndroidManifest.xml (the source with those put in), target/resources.ap_, target/gen/**/R.java, and the file that tells Robolectric where
they are."""
import pathlib, re, shutil, subprocess, sys, tomllib

ROOT, OUT = pathlib.Path("src/main"), pathlib.Path("target")


def run(*args):
    subprocess.run([str(a) for a in args], check=True)


def manifest(package):
    """The source manifest with what the device build merges in: package, version and the two API levels."""
    versions = tomllib.loads(pathlib.Path("../gradle/libs.versions.toml").read_text())["versions"]
    source = (ROOT / "AndroidManifest.xml").read_text()
    head = re.search(r"<manifest\b[^>]*>", source)
    if not head or "package=" in head.group() or "<uses-sdk" in source:
        raise SystemExit("AndroidManifest.xml: package and API levels come from the build, not from here")
    merged = (f'{head.group()[:-1]} package="{package}" android:versionCode="{versions["app-code"]}" android:versionName="{versions["app-name"]}">\n'
              f'  <uses-sdk android:minSdkVersion="{versions["min-sdk"]}" android:targetSdkVersion="{versions["target-sdk"]}"/>')
    target = OUT / "AndroidManifest.xml"
    target.write_text(source.replace(head.group(), merged))
    return target


def main(android_jar, aars):
    framework, own, gen, apk = OUT / "framework.apk", OUT / "own-res.zip", OUT / "gen", OUT / "resources.ap_"
    OUT.mkdir(exist_ok=True)
    made_from = OUT / "framework.txt"
    if not framework.exists() or not made_from.exists() or made_from.read_text() != android_jar:
        run(sys.executable, pathlib.Path(__file__).with_name("widen_arsc.py"), android_jar, framework)
        made_from.write_text(android_jar)
    shutil.rmtree(gen, ignore_errors=True)
    run("aapt2", "compile", "--dir", ROOT / "res", "-o", own)
    packages = (pathlib.Path(aars) / "packages.txt").read_text().split()
    package = re.search(r'namespace = "([^"]+)"', pathlib.Path("build.gradle.kts").read_text()).group(1)
    merged = manifest(package)
    run("aapt2", "link", "-I", framework, "--manifest", merged, "-o", apk, "--java", gen,
        "--auto-add-overlay", "--extra-packages", ":".join(packages),
        *(x for z in [*sorted(pathlib.Path(aars).glob("*.zip")), own] for x in ("-R", z)))
    config = OUT / "test-classes/com/android/tools/test_config.properties"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text(f"android_merged_manifest={merged}\nandroid_resource_apk={apk}\n"
                      f"android_merged_assets={ROOT}/assets\nandroid_custom_package={package}\n")


main(*sys.argv[1:])
