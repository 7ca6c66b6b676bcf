#!/usr/bin/env python3
"""Holds docs/third-party.md against what the build really names.

    third_party.py --check

Fails, a line for each, when
- Cargo.lock has a crate that the list lacks, or the list has one that Cargo.lock lacks;
- a crate comes from anywhere but crates.io;
- the licence that the list gives for a crate is not one that deny.toml allows;
- a file of the Android build names a library or a plugin, with its version, that the list lacks;
- the Python tests name a package, with its version, that the list lacks, or one without an exact version;
- a row has an empty cell.

It reads files alone: no network, no cargo, no Maven. What Maven brings along by itself stands in the list too, but is not checked here,
because no file of the repository names it; a row that has gone stale there is for a person to see.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CRATES_IO = "registry+https://github.com/rust-lang/crates.io-index"
ROW = re.compile(r"^\|(.+)\|\s*$")
PROPERTY = re.compile(r"\$\{([\w.-]+)\}")

Row = tuple[str, str, str]  # name, version, licence


def rows(text: str) -> tuple[list[Row], list[str]]:
    """The rows of the list's tables, and what is wrong with their form."""
    found: list[Row] = []
    problems: list[str] = []
    header = False
    for number, line in enumerate(text.splitlines(), 1):
        match = ROW.match(line)
        if not match:
            header = False
            continue
        cells = [cell.strip() for cell in match[1].split("|")]
        if not header:
            header = True
        elif set("".join(cells)) <= set("-: "):
            continue
        elif len(cells) != 4 or not all(cells):
            problems.append(f"docs/third-party.md:{number}: a row needs name, version, licence and purpose")
        else:
            found.append((cells[0], cells[1], cells[2]))
    return found, problems


def allowed(licence: str, allow: set[str]) -> bool:
    """Whether an SPDX expression can be met with the allowed licences: one side of each OR, both of each AND."""
    tokens = re.findall(r"\(|\)|[^\s()]+(?:\s+WITH\s+[^\s()]+)?", licence)

    def either() -> bool:
        met = both()
        while tokens and tokens[0] == "OR":
            tokens.pop(0)
            met = both() or met
        return met

    def both() -> bool:
        met = single()
        while tokens and tokens[0] == "AND":
            tokens.pop(0)
            met = single() and met
        return met

    def single() -> bool:
        token = tokens.pop(0) if tokens else ""
        if token != "(":
            return token in allow
        met = either()
        if tokens:
            tokens.pop(0)
        return met

    met = either()
    return met and not tokens


def crates(lock: dict, listed: list[Row], deny: dict) -> list[str]:
    """Cargo.lock, the list and deny.toml against each other."""
    problems = []
    locked = set()
    for package in lock["package"]:
        source = package.get("source")
        if source is None:
            continue  # a crate of this workspace
        locked.add((package["name"], package["version"]))
        if source != CRATES_IO:
            problems.append(f"{package['name']} {package['version']} comes from {source}, not from crates.io")
    named = {(name, version): licence for name, version, licence in listed}
    problems += [f"{name} {version} is in Cargo.lock and not in docs/third-party.md" for name, version in sorted(locked - named.keys())]
    problems += [f"{name} {version} is in docs/third-party.md and not in Cargo.lock" for name, version in sorted(named.keys() - locked)]
    common = set(deny["licenses"]["allow"])
    alone = {one["crate"]: set(one["allow"]) for one in deny["licenses"].get("exceptions", [])}
    for (name, version), licence in sorted(named.items()):
        if not allowed(licence, common | alone.get(name, set())):
            problems.append(f"{name} {version}: deny.toml does not allow {licence}")
    return problems


def element(block: str, tag: str) -> str | None:
    match = re.search(rf"<{tag}>\s*([^<]*?)\s*</{tag}>", block)
    return match[1] if match else None


def android(folder: Path) -> set[tuple[str, str]]:
    """(group:artifact, version) of everything that the Maven and Gradle files name with a version."""
    parent = (folder / "pom.xml").read_text(encoding="utf-8")
    properties = dict(re.findall(r"<([\w.-]+\.version)>([^<]*)</", parent))
    named = set()
    for pom in sorted(folder.glob("*/pom.xml")) + [folder / "pom.xml"]:
        text = re.sub(r"<!--.*?-->", "", pom.read_text(encoding="utf-8"), flags=re.S)
        for kind in ("dependency", "artifactItem", "plugin", "signature"):
            for block in re.findall(rf"<{kind}>(.*?)</{kind}>", text, re.S):
                # What a plugin depends on stands in its own block, which is found by itself.
                block = block.split("<executions>")[0].split("<dependencies>")[0]
                group, artifact, version = (element(block, tag) for tag in ("groupId", "artifactId", "version"))
                if group and artifact and version and group != "app.ampersand":
                    named.add((f"{group}:{artifact}", PROPERTY.sub(lambda match: properties[match[1]], version)))
    catalogue = tomllib.loads((folder / "gradle/libs.versions.toml").read_text(encoding="utf-8"))
    for library in catalogue["libraries"].values():
        if "version" in library:
            named.add((library["module"], catalogue["versions"][library["version"]["ref"]]))
    for plugin in catalogue["plugins"].values():
        named.add((plugin["id"], catalogue["versions"][plugin["version"]["ref"]]))
    return named


def python(requirements: str) -> set[tuple[str, str | None]]:
    """(PyPI:name, version) of every package of the Python tests; no version where it is not exact."""
    lines = [line.split("#")[0].strip() for line in requirements.splitlines()]
    exact = [re.fullmatch(r"([A-Za-z0-9._-]+)==([A-Za-z0-9.]+)", line) or line for line in lines if line]
    return {(f"PyPI:{each}", None) if isinstance(each, str) else (f"PyPI:{each[1]}", each[2]) for each in exact}


def check(root: Path) -> list[str]:
    """Everything that does not agree."""
    listed, problems = rows((root / "docs/third-party.md").read_text(encoding="utf-8"))
    # A Maven coordinate has a colon, a Gradle plugin a dot, a part in C an upper-case letter; a crate has none of them.
    rust = [row for row in listed if re.fullmatch(r"[a-z0-9_-]+", row[0])]
    lock = tomllib.loads((root / "Cargo.lock").read_text(encoding="utf-8"))
    deny = tomllib.loads((root / "deny.toml").read_text(encoding="utf-8"))
    problems += crates(lock, rust, deny)
    known = {(name, version) for name, version, _ in listed}
    named = android(root / "android")
    # Gradle names the front of a multiplatform library, Maven the part of it that is for Android.
    missing = {(name, version) for name, version in named - known if (f"{name}-android", version) not in known}
    problems += [f"{name} {version} is in the Android build and not in docs/third-party.md" for name, version in sorted(missing)]
    packages = python((root / "tests/python/requirements.txt").read_text(encoding="utf-8"))
    problems += [f"{name} {version or 'without an exact version'} is not in docs/third-party.md" for name, version in sorted(packages - known, key=str)]
    if not rust or not named or not packages:
        problems.append("nothing was read: the form of the files has changed")
    return problems


def main() -> int:
    parser = argparse.ArgumentParser(description="Holds docs/third-party.md against the build's own files.")
    parser.add_argument("--check", action="store_true", required=True, help="print what does not agree, exit 1 if anything")
    parser.parse_args()
    problems = check(ROOT)
    for problem in problems:
        print(f"third-party: {problem}", file=sys.stderr)
    print(f"third-party: {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
