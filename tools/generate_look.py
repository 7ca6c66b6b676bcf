#!/usr/bin/env python3
"""Turns `core/data/look.json` into the colours and sizes of both shells.

    generate_look.py --kotlin build/generated/kotlin --swift ios/Sources/AmpersandKit/Generated [--check]

Kotlin gets an `object Look` with ARGB colours as Long and sizes as Int, Swift an `enum Look` with UInt32 and Double; the names are
the same. A size may differ by system (`{"android": 48, "ios": 44}`). Light and dark must hold the same roles. With --check nothing
is written; the exit code is 1 when a generated file is not what look.json says.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path

from generate_texts import camel, put

SCHEMES = ("light", "dark")
NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
COLOUR = re.compile(r"#[0-9A-F]{6}")
SYSTEMS = {"android", "ios"}
# A line height is a ratio; every other size is a whole number of points, characters or milliseconds.
RATIOS = {"line_height"}


class LookError(Exception):
    """A mistake in look.json, told with its place."""


def read(file: Path) -> dict:
    """The checked content of look.json."""
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise LookError(f"{file.name}: line {error.lineno}: not JSON: {error.msg}") from error
    if set(data) != {"colours", "sizes"} or tuple(data["colours"]) != SCHEMES:
        raise LookError(f"{file.name}: wants 'colours' (light, dark) and 'sizes'")
    light, dark = (data["colours"][scheme] for scheme in SCHEMES)
    if list(light) != list(dark):
        differing = sorted(set(light) ^ set(dark)) or ["their order"]
        raise LookError(f"{file.name}: light and dark differ in {', '.join(differing)}")
    for scheme in SCHEMES:
        for role, colour in data["colours"][scheme].items():
            if not NAME.fullmatch(role):
                raise LookError(f"{file.name}: colours.{scheme}.{role}: not a name")
            if not isinstance(colour, str) or not COLOUR.fullmatch(colour):
                raise LookError(f"{file.name}: colours.{scheme}.{role}: wants #RRGGBB in capitals")
    for name, size in data["sizes"].items():
        each = list(size.values()) if isinstance(size, dict) else [size]
        if isinstance(size, dict) and set(size) != SYSTEMS:
            raise LookError(f"{file.name}: sizes.{name}: wants both 'android' and 'ios'")
        wanted = (int, float) if name in RATIOS else int
        if not NAME.fullmatch(name) or not all(isinstance(one, wanted) and not isinstance(one, bool) and one > 0 for one in each):
            raise LookError(f"{file.name}: sizes.{name}: wants a positive {'number' if name in RATIOS else 'whole number'}")
    return data


def size_for(size: object, system: str) -> int | float:
    """The size on one system."""
    return size[system] if isinstance(size, dict) else size


def kotlin(data: dict) -> str:
    """The whole Kotlin file."""
    lines = [
        "// Made by tools/generate_look.py from core/data/look.json. Changes made here are lost.",
        "package app.ampersand.ui",
        "",
        "/** Colours (ARGB) and sizes (dp, sp, characters, milliseconds) that both shells share. */",
        "object Look {",
    ]
    for scheme in SCHEMES:
        lines += [f"    /** The {scheme} colours. */", f"    object {scheme.capitalize()} {{"]
        lines += [f"        const val {camel(role)}: Long = 0xFF{colour[1:]}" for role, colour in data["colours"][scheme].items()]
        lines += ["    }", ""]
    lines += ["    /** Sizes: text in sp, the rest in dp; `measure` in characters, `motionMs` in milliseconds. */", "    object Size {"]
    for name, size in data["sizes"].items():
        value = size_for(size, "android")
        kind, shown = ("Double", repr(float(value))) if name in RATIOS else ("Int", str(value))
        lines.append(f"        const val {camel(name)}: {kind} = {shown}")
    lines += ["    }", "}", ""]
    return "\n".join(lines)


def swift(data: dict) -> str:
    """The whole Swift file."""
    lines = [
        "// Made by tools/generate_look.py from core/data/look.json. Changes made here are lost.",
        "// swift-format-ignore-file",
        "",
        "/// Colours (ARGB) and sizes (points, characters, milliseconds) that both shells share.",
        "public enum Look {",
    ]
    for scheme in SCHEMES:
        lines += [f"    /// The {scheme} colours.", f"    public enum {scheme.capitalize()} {{"]
        lines += [f"        public static let {camel(role)}: UInt32 = 0xFF{colour[1:]}" for role, colour in data["colours"][scheme].items()]
        lines += ["    }", ""]
    lines += ["    /// Sizes in points; `measure` in characters, `motionMs` in milliseconds.", "    public enum Size {"]
    lines += [f"        public static let {camel(name)}: Double = {size_for(size, 'ios')}" for name, size in data["sizes"].items()]
    lines += ["    }", "}", ""]
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """The command."""
    root = Path(__file__).resolve().parent.parent
    parser = argparse.ArgumentParser(description="the shared look for both shells")
    parser.add_argument("--look", type=Path, default=root / "core/data/look.json")
    parser.add_argument("--kotlin", type=Path, help="root folder of the generated Kotlin sources")
    parser.add_argument("--swift", type=Path, help="folder of the generated Swift file")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a generated file is stale")
    chosen = parser.parse_args(arguments)
    if not chosen.kotlin and not chosen.swift:
        parser.error("name at least one of --kotlin and --swift")
    try:
        data = read(chosen.look)
    except LookError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    outputs: dict[Path, str] = {}
    if chosen.kotlin:
        outputs[chosen.kotlin / "app/ampersand/ui/Look.kt"] = kotlin(data)
    if chosen.swift:
        outputs[chosen.swift / "Look.swift"] = swift(data)
    return put(outputs, chosen.check)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
