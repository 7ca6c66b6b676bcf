"""The generator of texts: what it refuses, and that what it writes says the same in Kotlin and Swift as in the catalogue.

The literals are read back by small readers of the two languages' own rules, written without a look at the generator's escaping.
"""

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

import generate_texts  # noqa: E402

ODD = {
    "x.dollar": "$name ${name} {who} costs $5 {who}$",
    "x.quotes": 'say "hi", \\"back\\", \\(who) \\u0041 """{who}""" #"raw"#',
    "x.lines": "a\nb\tc\rd",
    "x.unseen": "nbsp:\u00a0 joiner:\u200d right:\u200f override:\u202e control:\u0001 line:\u2028 private:\ue000",
    "x.letters": "Grüße, Prévention, Tiếng Việt, 日本, 🙂",
    "x.comment": "*/ /* // {who}",
    "x.both_kinds": "100% %s {n:int} of {who}",
}


def kotlin_parts(source: str, at: int) -> list[str]:
    """The parts of the Kotlin string literal that opens at `at`: text as it is, `{name}` for an interpolation."""
    assert source[at] == '"' and source[at : at + 3] != '"""'
    out, at, units = [], at + 1, bytearray()

    def flush() -> None:
        out.append(units.decode("utf-16-be"))
        units.clear()

    while source[at] != '"':
        if source[at] == "\\":
            if source[at + 1] == "u":
                units += int(source[at + 2 : at + 6], 16).to_bytes(2, "big")
                at += 6
                continue
            units += {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "$": "$", '"': '"', "\\": "\\", "'": "'"}[source[at + 1]].encode("utf-16-be")
            at += 2
        elif source[at] == "$" and (name := re.match(r"\$\{(\w+)\}|\$([A-Za-z_]\w*)", source[at:])):
            flush()
            out.append("{" + (name[1] or name[2]) + "}")
            at += len(name[0])
        else:
            assert source[at] != "\n", "a literal ends on its line"
            units += source[at].encode("utf-16-be")
            at += 1
    flush()
    return out


def swift_parts(source: str, at: int) -> list[str]:
    """The same for a Swift string literal."""
    assert source[at] == '"' and source[at : at + 3] != '"""'
    out, at, text = [], at + 1, ""
    while source[at] != '"':
        if source[at] == "\\":
            if scalar := re.match(r"\\u\{([0-9A-Fa-f]{1,8})\}", source[at:]):
                text += chr(int(scalar[1], 16))
                at += len(scalar[0])
            elif name := re.match(r"\\\((\w+)\)", source[at:]):
                out += [text, "{" + name[1] + "}"]
                text = ""
                at += len(name[0])
            else:
                text += {"n": "\n", "t": "\t", "r": "\r", "0": "\0", '"': '"', "\\": "\\", "'": "'"}[source[at + 1]]
                at += 2
        else:
            assert source[at] not in "\n\r", "a literal ends on its line"
            text += source[at]
            at += 1
    return [*out, text]


class Folder(unittest.TestCase):
    """A test with catalogues of its own in a temporary folder."""

    def setUp(self) -> None:
        kept = tempfile.TemporaryDirectory()
        self.addCleanup(kept.cleanup)
        self.folder = Path(kept.name)
        (self.folder / "strings").mkdir()

    def put(self, language: str, texts: object, **other: object) -> None:
        data = {"language": language, "texts": texts, **other}
        (self.folder / f"strings/{language}.json").write_text(json.dumps(data), encoding="utf-8")

    def generate(self, *more: str) -> tuple[int, str]:
        """The exit code, and what was told on both outputs."""
        told = io.StringIO()
        with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
            code = generate_texts.main(
                ["--catalogue", str(self.folder / "strings"), "--kotlin", str(self.folder / "k"), "--swift", str(self.folder / "s"), *more]
            )
        return code, told.getvalue()

    def kotlin(self) -> str:
        return (self.folder / "k/app/ampersand/ui/Texts.kt").read_bytes().decode("utf-8")

    def swift(self) -> str:
        return (self.folder / "s/Texts.swift").read_bytes().decode("utf-8")


class Refused(Folder):
    """A mistake is told with file and key, and nothing is written."""

    def refuse(self, *words: str) -> None:
        code, told = self.generate()
        self.assertEqual(code, 1, told)
        for word in words:
            self.assertIn(word, told)
        self.assertFalse((self.folder / "k").exists() or (self.folder / "s").exists())

    def test_english_is_missing(self) -> None:
        self.put("de", {"a.b": "x"})
        self.refuse("en.json is not there")

    def test_a_key_that_the_second_language_lacks(self) -> None:
        self.put("en", {"a.b": "x", "a.c": "y"})
        self.put("de", {"a.b": "x"})
        self.refuse("de.json", "a.c", "missing")

    def test_a_key_that_english_lacks(self) -> None:
        self.put("en", {"a.b": "x"})
        self.put("de", {"a.b": "x", "a.c": "y"})
        self.refuse("de.json", "a.c", "not in en.json")

    def test_other_placeholders(self) -> None:
        for german in ("{b}", "{a:int}", "{a} {b}", "none"):
            self.put("en", {"a.b": "{a}"})
            self.put("de", {"a.b": german})
            self.refuse("de.json", "a.b", "placeholders differ")

    def test_plural_in_one_language_only(self) -> None:
        self.put("en", {"a.b": {"one": "{n:int} x", "other": "{n:int} xs"}})
        self.put("de", {"a.b": "{n:int} x"})
        self.refuse("de.json", "a.b", "plural")

    def test_plural_forms_of_the_language(self) -> None:
        english = {"a.b": {"one": "{n:int} x", "other": "{n:int} xs"}}
        for language, forms, word in (
            ("de", {"other": "{n:int}"}, "one"),
            ("es", {"one": "{n:int}", "other": "{n:int}"}, "many"),
            ("vi", {"one": "{n:int}", "other": "{n:int}"}, "one"),
            ("en", {"one": "{n:int}", "few": "{n:int}", "other": "{n:int}"}, "few"),
        ):
            self.put("en", english)
            self.put(language, {"a.b": forms})
            self.refuse(f"{language}.json", "a.b", word)
            (self.folder / f"strings/{language}.json").unlink()

    def test_a_plural_text_without_its_number(self) -> None:
        self.put("en", {"a.b": {"one": "x", "other": "xs"}})
        self.refuse("a.b", "{n:int}")

    def test_forms_that_differ_in_more_than_the_number(self) -> None:
        self.put("en", {"a.b": {"one": "x", "other": "{n:int} xs of {day}"}})
        self.refuse("a.b (one)", "placeholders differ")

    def test_braces_that_are_no_placeholder(self) -> None:
        for text in ("{", "}", "{}", "{N}", "{n:float}", "{a b}", "{{n}}", "{n:int"):
            self.put("en", {"a.b": text})
            self.refuse("en.json: a.b", "brace")

    def test_one_placeholder_of_two_kinds(self) -> None:
        self.put("en", {"a.b": "{a} {a:int}"})
        self.refuse("a.b", "both a string and an int")

    def test_keys(self) -> None:
        for key in ("single", "A.b", "a.B", "a..b", "a.b_", "a b.c", "a.b-c", ".a"):
            self.put("en", {key: "x"})
            self.refuse("en.json", key, "a key looks like")

    def test_two_keys_with_one_accessor(self) -> None:
        self.put("en", {"a.b_c": "x", "a.b.c": "y"})
        self.refuse("a.b.c", "a.b_c", "aBC")

    def test_reserved_words(self) -> None:
        self.put("en", {"to.string": "x"})
        self.refuse("to.string", "reserved")
        self.put("en", {"a.b": "{in}"})
        self.refuse("a.b", "reserved")

    def test_a_key_written_twice(self) -> None:
        (self.folder / "strings/en.json").write_text('{"language":"en","texts":{"a.b":"x","a.b":"y"}}', encoding="utf-8")
        self.refuse("en.json", "a.b", "twice")

    def test_the_file_itself(self) -> None:
        for content, word in (
            ("{", "not JSON"),
            ("[]", "exactly"),
            ('{"language":"de","texts":{}}', "named"),
            ('{"language":"en"}', "exactly"),
            ('{"language":"en","texts":{},"more":1}', "exactly"),
            ('{"language":"en","texts":{"a.b":""}}', "empty"),
            ('{"language":"en","texts":{"a.b":3}}', "neither"),
        ):
            (self.folder / "strings/en.json").write_text(content, encoding="utf-8")
            self.refuse("en.json", word)

    def test_a_language_without_a_plural_rule(self) -> None:
        self.put("en", {"a.b": "x"})
        self.put("pl", {"a.b": "x"})
        self.refuse("pl.json", "no plural rule", "CLDR")


class Written(Folder):
    """What is written says what the catalogue says."""

    def literals(self, source: str, key: str, parts) -> list[str]:
        """The literals of the bodies of one accessor, read back and joined, in file order."""
        name = generate_texts.accessor(key)
        heads = [*re.finditer(rf"(?:override (?:fun|val)|public (?:func|var)) {name}\b.*?(?= = | = when|get\(\) = |\{{)", source)]
        self.assertTrue(heads, name)
        found = []
        for head in heads:
            at = head.end()
            while source[at] != '"':
                at += 1
            found.append("".join(parts(source, at)))
        return found

    def test_odd_characters_come_through(self) -> None:
        self.put("en", ODD)
        self.assertEqual(self.generate()[0], 0)
        for key, text in ODD.items():
            wanted = text.replace("{n:int}", "{n}")
            self.assertEqual(self.literals(self.kotlin(), key, kotlin_parts), [wanted])
            self.assertEqual(self.literals(self.swift(), key, swift_parts), [wanted])

    def test_nothing_unseen_stands_in_a_source(self) -> None:
        self.put("en", ODD)
        self.generate()
        for source in (self.kotlin(), self.swift()):
            self.assertEqual(re.findall("[\u0001\u00a0\u200d\u200f\u202e\u2028\ue000]", source), [])

    def test_a_text_neither_ends_nor_opens_a_comment(self) -> None:
        self.put("en", ODD)
        self.generate()
        lines = [line.strip() for line in self.kotlin().splitlines() if "`x.comment`" in line]
        self.assertEqual(len(lines), 1)
        self.assertEqual((lines[0].count("/*"), lines[0].count("*/"), lines[0][-2:]), (1, 1, "*/"))

    def test_every_text_of_the_catalogue_comes_through(self) -> None:
        kotlin = generate_texts.kotlin(generate_texts.read_all(ROOT / "core/data/strings"))
        swift = generate_texts.swift(generate_texts.read_all(ROOT / "core/data/strings"))
        for catalogue in generate_texts.read_all(ROOT / "core/data/strings"):
            for key, text in catalogue.texts.items():
                rules = generate_texts.PLURALS[catalogue.language] if text.plural else []
                first = text.forms[rules[0][0] if rules else "other"]
                wanted = re.sub(r"\{(\w+)(?::int)?\}", lambda name: "{" + generate_texts.camel(name[1]) + "}", first)
                self.assertIn(wanted, self.literals(kotlin, key, kotlin_parts))
                self.assertIn(wanted, self.literals(swift, key, swift_parts))

    def test_names_and_arguments(self) -> None:
        self.put("en", {"today.title": "Today", "result.based_on": "based on {answered:int} of {of:int}, {who_says}"})
        self.generate()
        self.assertIn("    val todayTitle: String\n", self.kotlin())
        self.assertIn("    fun resultBasedOn(answered: Int, of: Int, whoSays: String): String\n", self.kotlin())
        self.assertIn('    override fun resultBasedOn(answered: Int, of: Int, whoSays: String): String = "based on ${answered} of ${of}, ${whoSays}"\n', self.kotlin())
        self.assertIn("    var todayTitle: String { get }\n", self.swift())
        self.assertIn('    public func resultBasedOn(answered: Int, of: Int, whoSays: String) -> String { "based on \\(answered) of \\(of), \\(whoSays)" }\n', self.swift())

    def test_arguments_keep_english_places_in_every_language(self) -> None:
        self.put("en", {"a.b": "{first} {second}"})
        self.put("de", {"a.b": "{second} {first}"})
        self.generate()
        self.assertIn('override fun aB(first: String, second: String): String = "${second} ${first}"', self.kotlin())

    def test_plural_rules(self) -> None:
        self.put("en", {"a.b": {"one": "{day}: one", "other": "{day}: {n:int}"}})
        for language in ("de", "es", "vi"):
            wanted = [category for category, _ in generate_texts.PLURALS[language]] + ["other"]
            self.put(language, {"a.b": {category: f"{language} {category} {{n:int}} {{day}}" for category in wanted}})
        code, told = self.generate()
        self.assertEqual(code, 0, told)
        kotlin, swift = self.kotlin(), self.swift()
        self.assertIn("fun aB(n: Int, day: String): String", kotlin)
        self.assertEqual(kotlin.count("kotlin.math.abs(n.toLong()) == 1L ->"), 3)
        self.assertEqual(kotlin.count("kotlin.math.abs(n.toLong()) != 0L && kotlin.math.abs(n.toLong()) % 1000000 == 0L -> \"es many"), 1)
        self.assertEqual(swift.count("if n.magnitude == 1 {"), 3)
        self.assertEqual(swift.count("if n.magnitude != 0 && n.magnitude % 1000000 == 0 { return \"es many"), 1)
        self.assertIn('override fun aB(n: Int, day: String): String = "vi other ${n} ${day}"', kotlin)

    def test_cldr_categories(self) -> None:
        # The integer samples of CLDR's plural rules, by hand.
        samples = {
            "en": {0: "other", 1: "one", 2: "other", 1000000: "other"},
            "de": {0: "other", 1: "one", 2: "other"},
            "es": {0: "other", 1: "one", 2: "other", 1000: "other", 1000000: "many", 2000000: "many", 1000001: "other"},
            "vi": {0: "other", 1: "other", 15: "other"},
        }
        self.assertEqual(samples.keys(), generate_texts.PLURALS.keys())
        for language, wanted in samples.items():
            for number, category in wanted.items():
                rules = [(name, rule.format(a=str(number)).replace("&&", "and")) for name, rule in generate_texts.PLURALS[language]]
                found = next((name for name, rule in rules if eval(rule, {"__builtins__": {}})), "other")  # noqa: S307 - our own two rules
                self.assertEqual(found, category, (language, number))

    def test_languages_are_chosen_by_their_tag(self) -> None:
        self.put("en", {"a.b": "x"})
        self.put("de", {"a.b": "y"})
        self.generate()
        self.assertIn('    "de" -> GermanTexts\n    else -> EnglishTexts\n', self.kotlin())
        self.assertIn('    case "de": return GermanTexts()\n    default: return EnglishTexts()\n', self.swift())

    def test_the_order_of_the_file_changes_nothing(self) -> None:
        self.put("en", {"a.b": "x", "b.c": "y"})
        self.generate()
        before = self.kotlin(), self.swift()
        self.put("en", {"b.c": "y", "a.b": "x"})
        self.assertEqual(self.generate("--check"), (0, ""))
        self.generate()
        self.assertEqual((self.kotlin(), self.swift()), before)

    def test_check_tells_what_is_stale_and_writes_nothing(self) -> None:
        self.put("en", {"a.b": "x"})
        code, told = self.generate("--check")
        self.assertEqual((code, told.count("stale: ")), (1, 2))
        self.assertFalse((self.folder / "k").exists())
        self.generate()
        self.assertEqual(self.generate("--check"), (0, ""))
        before = self.kotlin()
        self.put("en", {"a.b": "changed"})
        code, told = self.generate("--check")
        self.assertEqual((code, told.count("stale: ")), (1, 2))
        self.assertEqual(self.kotlin(), before)


if __name__ == "__main__":
    unittest.main()
