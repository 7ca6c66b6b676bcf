#!/usr/bin/env python3
"""Draws the app icon: the mark on the background, light and dark, and nothing more.

    ios/icon.py        writes App/Assets.xcassets/AppIcon.appiconset/light.png and dark.png

The line is the one of the Android drawable, the colours are those of core/data/look.json, so that the mark is drawn once. The
pictures are not in the repository; xcframework.sh makes them.
"""

from __future__ import annotations

import json
import math
import re
import struct
import xml.etree.ElementTree as xml
import zlib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MARK = ROOT / "android/app/src/main/res/drawable/ampersand.xml"
OUT = ROOT / "ios/App/Assets.xcassets/AppIcon.appiconset"
SIZE = 1024
STEPS = 48  # pieces a curve is cut into
ANDROID = "{http://schemas.android.com/apk/res/android}"
# An Android launcher shows the middle 72 of 108. iOS shows all there is, so the line gets a little more air.
SHOWN = 84 / 108

Point = tuple[float, float]


def curve(text: str) -> list[Point]:
    """The points of a path that begins with M and goes on with absolute cubic curves."""
    if re.sub(r"[-0-9.,\s]", "", text).strip("C") != "M":
        raise ValueError(f"{MARK.name}: only M and C are known here")
    numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", text)]
    pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
    points = [pairs[0]]
    for i in range(1, len(pairs), 3):
        ends = (points[-1], *pairs[i : i + 3])
        for step in range(1, STEPS + 1):
            t = step / STEPS
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
            points.append(tuple(sum(w * end[axis] for w, end in zip(weights, ends)) for axis in (0, 1)))
    return points


def cover(points: list[Point], half: float) -> list[list[float]]:
    """How much of each pixel the line covers: its distance to the line, softened over one pixel."""
    nearest = [[math.inf] * SIZE for _ in range(SIZE)]
    for (ax, ay), (bx, by) in zip(points, points[1:]):
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy or 1.0
        reach = half + 2
        for y in range(int(min(ay, by) - reach), int(max(ay, by) + reach) + 1):
            row = nearest[y]
            for x in range(int(min(ax, bx) - reach), int(max(ax, bx) + reach) + 1):
                px, py = x + 0.5 - ax, y + 0.5 - ay
                t = min(1.0, max(0.0, (px * dx + py * dy) / length))
                row[x] = min(row[x], math.hypot(px - t * dx, py - t * dy))
    return [[min(1.0, max(0.0, half - distance + 0.5)) for distance in row] for row in nearest]


def png(rows: list[bytes]) -> bytes:
    """A picture without transparency, as iOS wants it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", SIZE, SIZE, 8, 2, 0, 0, 0)
    packed = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def main() -> None:
    """The command."""
    group = xml.parse(MARK).getroot().find("group")
    path = group.find("path")
    middle, scale = float(group.get(ANDROID + "pivotX")), float(group.get(ANDROID + "scaleX"))
    factor = SIZE / (108 * SHOWN) * scale
    points = [
        ((x - middle) * factor + SIZE / 2, (y - middle) * factor + SIZE / 2)
        for x, y in curve(path.get(ANDROID + "pathData"))
    ]
    covered = cover(points, float(path.get(ANDROID + "strokeWidth")) * factor / 2)
    colours = json.loads((ROOT / "core/data/look.json").read_text(encoding="utf-8"))["colours"]
    for scheme, roles in colours.items():
        ground, line = (bytes.fromhex(roles[role][1:]) for role in ("background", "primary"))
        rows = [bytes(round(g + (ink - g) * part) for part in row for g, ink in zip(ground, line)) for row in covered]
        (OUT / f"{scheme}.png").write_bytes(png(rows))


if __name__ == "__main__":
    main()
