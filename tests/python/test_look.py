"""The look: contrast by WCAG 2.1, agreement with the figures the design promises, and both shells in step with look.json."""

from __future__ import annotations

import contextlib
import io
import json
import re
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import generate_look  # noqa: E402

FILE = ROOT / "core/data/look.json"
LOOK = json.loads(FILE.read_text(encoding="utf-8"))

TEXT, OUTLINE = 4.5, 3.0  # WCAG 2.1, 1.4.3 (AA, normal text) and 1.4.11 (parts of a control)

# (foreground, background, least, what the design prints for light and dark); None where it prints only a bound.
PROMISED = [
    ("ink", "background", TEXT, (13.8, 15.0)),
    ("soft_ink", "background", TEXT, (5.9, 8.7)),
    ("primary", "background", TEXT, (6.9, 10.2)),
    ("on_primary", "primary", TEXT, (7.4, 8.1)),
    ("on_primary_container", "primary_container", TEXT, (10.4, 7.8)),
    ("secondary", "background", TEXT, (6.2, 10.2)),
    ("on_secondary_container", "secondary_container", TEXT, (10.6, 8.8)),
    ("error", "background", TEXT, (8.3, 9.4)),
    ("outline", "background", OUTLINE, None),
]

# Pairs the screens draw beyond the table: text on a card, on the soft bars, and the bars themselves.
DRAWN = [
    ("ink", "surface", TEXT),
    ("soft_ink", "surface", TEXT),
    ("primary", "surface", TEXT),
    ("secondary", "surface", TEXT),
    ("error", "surface", TEXT),
    ("outline", "surface", OUTLINE),
    ("ink", "primary_container", TEXT),
    ("ink", "secondary_container", TEXT),
    ("pattern", "surface", OUTLINE),
    ("pattern", "background", OUTLINE),
    ("pattern", "pattern_band", OUTLINE),
    ("strength", "surface", OUTLINE),
    ("strength", "background", OUTLINE),
    ("strength", "strength_band", OUTLINE),
]


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB`, WCAG 2.1 "relative luminance"."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


class Contrast(unittest.TestCase):
    """Everything can be read."""

    def test_the_formula(self) -> None:
        self.assertAlmostEqual(contrast("#000000", "#FFFFFF"), 21.0)
        self.assertAlmostEqual(contrast("#777777", "#FFFFFF"), 4.48, places=2)  # the well-known grey that just fails
        self.assertAlmostEqual(contrast("#FF0000", "#FFFFFF"), 4.00, places=2)
        self.assertEqual(contrast("#1F5F5B", "#1F5F5B"), 1.0)

    def test_every_pair_passes_aa(self) -> None:
        for scheme, colours in LOOK["colours"].items():
            for front, back, least, *_ in [*PROMISED, *DRAWN]:
                self.assertGreaterEqual(contrast(colours[front], colours[back]), least, f"{scheme}: {front} on {back}")

    def test_the_printed_figures_are_true(self) -> None:
        for front, back, _, printed in PROMISED:
            for scheme, figure in zip(("light", "dark"), printed or (), strict=False):
                colours = LOOK["colours"][scheme]
                self.assertAlmostEqual(contrast(colours[front], colours[back]), figure, delta=0.1, msg=f"{scheme}: {front} on {back}")

    def test_every_role_is_in_a_pair(self) -> None:
        paired = {role for front, back, *_ in [*PROMISED, *DRAWN] for role in (front, back)}
        for colours in LOOK["colours"].values():
            self.assertEqual(set(colours) - paired, set())

    def test_no_red(self) -> None:
        """No colour is a plain red: where red leads, it is not both strong and alone."""
        for scheme, colours in LOOK["colours"].items():
            for role, colour in colours.items():
                red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
                self.assertFalse(red > 150 and green < red / 2 and blue < red / 2, f"{scheme}: {role} {colour}")

    def test_touch_targets(self) -> None:
        self.assertEqual(LOOK["sizes"]["touch"], {"android": 48, "ios": 44})
        for name in ("margin", "card_radius"):
            self.assertEqual(LOOK["sizes"][name] % LOOK["sizes"]["step"], 0, name)


def kotlin_values(source: str) -> dict[str, dict[str, float]]:
    """The constants of the Kotlin file by object, read line by line."""
    found: dict[str, dict[str, float]] = {}
    for line in source.splitlines():
        if opened := re.fullmatch(r"    object (\w+) \{", line):
            found[inner := opened[1]] = {}
        elif constant := re.fullmatch(r"        const val (\w+): (Long|Int|Double) = (\S+)", line):
            found[inner][constant[1]] = float(int(constant[3], 16)) if constant[2] == "Long" else float(constant[3])
    return found


def swift_values(source: str) -> dict[str, dict[str, float]]:
    """The constants of the Swift file by enum, read line by line."""
    found: dict[str, dict[str, float]] = {}
    for line in source.splitlines():
        if opened := re.fullmatch(r"    public enum (\w+) \{", line):
            found[inner := opened[1]] = {}
        elif constant := re.fullmatch(r"        public static let (\w+): (UInt32|Double) = (\S+)", line):
            found[inner][constant[1]] = float(int(constant[3], 16)) if constant[2] == "UInt32" else float(constant[3])
    return found


def wanted(system: str) -> dict[str, dict[str, float]]:
    """What look.json says, in the generated names."""

    def name(role: str) -> str:
        first, *rest = role.split("_")
        return first + "".join(part.title() for part in rest)

    out = {scheme.title(): {name(role): float(int("FF" + colour[1:], 16)) for role, colour in colours.items()} for scheme, colours in LOOK["colours"].items()}
    out["Size"] = {name(size): float(value[system] if isinstance(value, dict) else value) for size, value in LOOK["sizes"].items()}
    return out


class InStep(unittest.TestCase):
    """Both shells draw what look.json says."""

    def setUp(self) -> None:
        kept = tempfile.TemporaryDirectory()
        self.addCleanup(kept.cleanup)
        self.folder = Path(kept.name)

    def generate(self, file: Path, *more: str) -> tuple[int, str]:
        told = io.StringIO()
        with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
            code = generate_look.main(["--look", str(file), "--kotlin", str(self.folder / "k"), "--swift", str(self.folder / "s"), *more])
        return code, told.getvalue()

    def test_generated_themes(self) -> None:
        self.assertEqual(self.generate(FILE)[0], 0)
        self.assertEqual(kotlin_values((self.folder / "k/app/ampersand/ui/Look.kt").read_text(encoding="utf-8")), wanted("android"))
        self.assertEqual(swift_values((self.folder / "s/Look.swift").read_text(encoding="utf-8")), wanted("ios"))

    def test_themes_that_lie_in_the_tree_are_fresh(self) -> None:
        """Both are made before anything is built; here only one that lies there and says something else is a fault."""
        for path, read, system in (
            ("build/generated/kotlin/app/ampersand/ui/Look.kt", kotlin_values, "android"),
            ("ios/Sources/AmpersandKit/Generated/Look.swift", swift_values, "ios"),
        ):
            if (ROOT / path).is_file():
                self.assertEqual(read((ROOT / path).read_text(encoding="utf-8")), wanted(system), path)

    def test_check_tells_what_is_stale(self) -> None:
        self.assertEqual(self.generate(FILE, "--check")[0], 1)
        self.generate(FILE)
        self.assertEqual(self.generate(FILE, "--check"), (0, ""))
        other = json.loads(FILE.read_text(encoding="utf-8"))
        other["sizes"]["margin"] = 24
        (self.folder / "look.json").write_text(json.dumps(other), encoding="utf-8")
        code, told = self.generate(self.folder / "look.json", "--check")
        self.assertEqual((code, told.count("stale: ")), (1, 2))

    def test_mistakes_are_refused_with_their_place(self) -> None:
        def without_dark_ink(look: dict) -> None:
            del look["colours"]["dark"]["ink"]

        for word, change in (
            ("ink", without_dark_ink),
            ("colours.light.ink", lambda look: look["colours"]["light"].update(ink="#20292")),
            ("colours.light.ink", lambda look: look["colours"]["light"].update(ink="red")),
            ("sizes.title", lambda look: look["sizes"].update(title=-1)),
            ("sizes.title", lambda look: look["sizes"].update(title="28")),
            ("sizes.title", lambda look: look["sizes"].update(title=28.5)),
            ("sizes.touch", lambda look: look["sizes"].update(touch={"android": 48})),
            ("'colours'", lambda look: look.pop("sizes")),
        ):
            look = json.loads(FILE.read_text(encoding="utf-8"))
            change(look)
            (self.folder / "look.json").write_text(json.dumps(look), encoding="utf-8")
            code, told = self.generate(self.folder / "look.json")
            self.assertEqual(code, 1)
            self.assertIn(word, told)
            self.assertFalse((self.folder / "k").exists())


if __name__ == "__main__":
    unittest.main()
