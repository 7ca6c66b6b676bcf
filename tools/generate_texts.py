#!/usr/bin/env python3
"""Turns the text catalogue into typed accessors for both shells.

    generate_texts.py --kotlin build/generated/kotlin --swift ios/Sources/AmpersandKit/Generated [--check]

Reads `core/data/strings/<language>.json`. English is complete and leads: every other language must hold the same keys with the
same placeholders, and the plural forms that its CLDR rule asks for. A mistake is told with file and key, and nothing is written.
The output depends on the catalogue alone, so the same catalogue gives the same bytes. With --check nothing is written; the exit
code is 1 when a generated file is not what the catalogue says.

The form of a catalogue:

    {"language": "en", "texts": {"today.title": "Today", "drafts.left": {"one": "{n:int} left", "other": "{n:int} left"}}}

`{name}` takes a string and `{name:int}` a whole number; a plural text chooses its form by `{n:int}`. Braces mean nothing else.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path

LEADING = "en"
KEY = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*(?:\.[a-z0-9]+(?:_[a-z0-9]+)*)+")
PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9]*(?:_[a-z0-9]+)*)(?::(int))?\}")

# Cardinal rules of CLDR 46 for whole numbers, as a condition on |n|. `other` is what is left. Spanish has `many` for round millions.
PLURALS: dict[str, list[tuple[str, str]]] = {
    "de": [("one", "{a} == 1")],
    "en": [("one", "{a} == 1")],
    "es": [("one", "{a} == 1"), ("many", "{a} != 0 && {a} % 1000000 == 0")],
    "vi": [],
}

# Words that cannot be the name of an argument or an accessor in Kotlin or Swift.
RESERVED = frozenset(
    """as break case catch class continue default defer deinit do else enum extension false fileprivate for fun func guard if import
    in init inout interface internal is let nil null object open operator package private protocol public repeat return self static
    struct subscript super switch this throw throws true try typealias typeof val var when where while hashCode toString equals""".split()
)


class CatalogueError(Exception):
    """A mistake in a catalogue: told with file and key."""


@dataclass(frozen=True)
class Text:
    """One text of one language. `forms` has one entry, `other`, unless `plural`."""

    key: str
    forms: dict[str, str]
    plural: bool
    arguments: tuple[tuple[str, str], ...]  # (name as in the catalogue, "int" or "string"), in order of first appearance


@dataclass(frozen=True)
class Catalogue:
    """All texts of one language, in the order of their keys."""

    language: str
    file: Path
    texts: dict[str, Text]


def camel(name: str) -> str:
    """`result.based_on` -> `resultBasedOn`."""
    head, *rest = re.split(r"[._]", name)
    return head + "".join(part[:1].upper() + part[1:] for part in rest)


def accessor(key: str) -> str:
    """The name by which both shells reach the text of this key."""
    return camel(key)


def placeholders(text: str, where: str) -> list[tuple[str, str]]:
    """The placeholders of one text in order of first appearance; any other brace is a mistake."""
    rest = PLACEHOLDER.sub("", text)
    if "{" in rest or "}" in rest:
        raise CatalogueError(f"{where}: a brace that is no placeholder; write {{name}} or {{name:int}}")
    found: dict[str, str] = {}
    for name, kind in PLACEHOLDER.findall(text):
        if camel(name) in RESERVED:
            raise CatalogueError(f"{where}: {{{name}}} is a reserved word in Kotlin or Swift")
        if found.setdefault(name, kind or "string") != (kind or "string"):
            raise CatalogueError(f"{where}: {{{name}}} is both a string and an int")
    return list(found.items())


def read_text(key: str, value: object, language: str, where: str) -> Text:
    """One entry of the file, checked by itself."""
    if isinstance(value, str):
        if not value.strip():
            raise CatalogueError(f"{where}: empty text")
        return Text(key, {"other": value}, False, tuple(placeholders(value, where)))
    if not isinstance(value, dict) or not all(isinstance(form, str) and form.strip() for form in value.values()):
        raise CatalogueError(f"{where}: neither a text nor an object of plural forms")
    wanted = {category for category, _ in PLURALS[language]} | {"other"}
    if missing := sorted(wanted - value.keys()):
        raise CatalogueError(f"{where}: plural form missing for {language}: {', '.join(missing)}")
    if extra := sorted(value.keys() - wanted):
        raise CatalogueError(f"{where}: plural form that {language} does not have: {', '.join(extra)}")
    arguments = placeholders(value["other"], f"{where} (other)")
    if ("n", "int") not in arguments:
        raise CatalogueError(f"{where} (other): a plural text chooses by {{n:int}}, which is not there")
    for category in sorted(wanted - {"other"}):
        # A form may leave the number itself out ("One question left"); everything else must be said in each form.
        found = set(placeholders(value[category], f"{where} ({category})"))
        if found | {("n", "int")} != set(arguments):
            raise CatalogueError(f"{where} ({category}): placeholders differ from those of the form 'other'")
    # The selector goes first, whatever the sentence does with it.
    ordered = [("n", "int"), *[argument for argument in arguments if argument != ("n", "int")]]
    return Text(key, {category: value[category] for category in sorted(wanted)}, True, tuple(ordered))


def read_catalogue(file: Path) -> Catalogue:
    """One language, checked by itself."""

    def no_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
        seen: dict[str, object] = {}
        for key, value in pairs:
            if key in seen:
                raise CatalogueError(f"{file.name}: {key}: written twice")
            seen[key] = value
        return seen

    try:
        data = json.loads(file.read_text(encoding="utf-8"), object_pairs_hook=no_doubles)
    except json.JSONDecodeError as error:
        raise CatalogueError(f"{file.name}: line {error.lineno}: not JSON: {error.msg}") from error
    if not isinstance(data, dict) or set(data) != {"language", "texts"} or not isinstance(data["texts"], dict):
        raise CatalogueError(f"{file.name}: wants exactly 'language' and 'texts'")
    language = data["language"]
    if language != file.stem:
        raise CatalogueError(f"{file.name}: says language '{language}', but the file is named '{file.stem}'")
    if language not in PLURALS:
        raise CatalogueError(f"{file.name}: no plural rule known for '{language}'; add it to PLURALS from CLDR")
    texts: dict[str, Text] = {}
    names: dict[str, str] = {}
    for key in sorted(data["texts"]):
        where = f"{file.name}: {key}"
        if not KEY.fullmatch(key):
            raise CatalogueError(f"{where}: a key looks like 'screen.what_it_says'")
        name = accessor(key)
        if name in RESERVED:
            raise CatalogueError(f"{where}: '{name}' is a reserved name in Kotlin or Swift")
        if name in names:
            raise CatalogueError(f"{where}: has the same accessor '{name}' as {names[name]}")
        names[name] = key
        texts[key] = read_text(key, data["texts"][key], language, where)
    return Catalogue(language, file, texts)


def read_all(folder: Path) -> list[Catalogue]:
    """Every language, English first, each held against English."""
    files = sorted(folder.glob("*.json"))
    if not any(file.stem == LEADING for file in files):
        raise CatalogueError(f"{folder}: {LEADING}.json is not there")
    catalogues = sorted((read_catalogue(file) for file in files), key=lambda each: (each.language != LEADING, each.language))
    leading = catalogues[0]
    for other in catalogues[1:]:
        for key in sorted(leading.texts.keys() - other.texts.keys()):
            raise CatalogueError(f"{other.file.name}: {key}: missing")
        for key in sorted(other.texts.keys() - leading.texts.keys()):
            raise CatalogueError(f"{other.file.name}: {key}: not in {leading.file.name}")
        for key, text in other.texts.items():
            ours = leading.texts[key]
            if text.plural != ours.plural:
                raise CatalogueError(f"{other.file.name}: {key}: plural in one of the two languages only")
            if set(text.arguments) != set(ours.arguments):
                raise CatalogueError(f"{other.file.name}: {key}: placeholders differ from those in {leading.file.name}")
    return catalogues


def quoted(text: str, specials: dict[str, str], unicode_escape) -> str:
    """The characters of a literal: what the language reads as syntax or nobody can see in a source is escaped."""
    out = []
    for character in text:
        if character in specials:
            out.append(specials[character])
        elif character != " " and unicodedata.category(character) in {"Cc", "Cf", "Co", "Cs", "Zs", "Zl", "Zp"}:
            out.append(unicode_escape(character))
        else:
            out.append(character)
    return "".join(out)


def kotlin_escape(text: str) -> str:
    """The inside of a Kotlin string literal: backslash, quote and dollar are syntax; \\u takes UTF-16 units."""

    def units(character: str) -> str:
        raw = character.encode("utf-16-be", "surrogatepass")
        return "".join(f"\\u{raw[at]:02X}{raw[at + 1]:02X}" for at in range(0, len(raw), 2))

    return quoted(text, {"\\": "\\\\", '"': '\\"', "$": "\\$", "\n": "\\n", "\t": "\\t", "\r": "\\r"}, units)


def swift_escape(text: str) -> str:
    """The inside of a Swift string literal: backslash (which opens an interpolation too) and quote are syntax."""
    specials = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return quoted(text, specials, lambda character: f"\\u{{{ord(character):X}}}")


def literal(text: str, escape, opening: str, closing: str) -> str:
    """A string literal with its placeholders as interpolations."""
    out, last = [], 0
    for match in PLACEHOLDER.finditer(text):
        out.append(escape(text[last : match.start()]))
        out.append(opening + camel(match.group(1)) + closing)
        last = match.end()
    out.append(escape(text[last:]))
    return '"' + "".join(out) + '"'


def kotlin_literal(text: str) -> str:
    """A text as a Kotlin expression."""
    return literal(text, kotlin_escape, "${", "}")


def swift_literal(text: str) -> str:
    """A text as a Swift expression."""
    return literal(text, swift_escape, "\\(", ")")


def type_name(language: str) -> str:
    """The name of the generated type of a language."""
    return {"de": "German", "en": "English", "es": "Spanish", "vi": "Vietnamese"}[language] + "Texts"


def kotlin(catalogues: list[Catalogue]) -> str:
    """The whole Kotlin file."""
    leading = catalogues[0]
    lines = [
        "// Made by tools/generate_texts.py from core/data/strings. Changes made here are lost.",
        "package app.ampersand.ui",
        "",
        "/** Every text a person can read, by a name that the compiler knows. */",
        "interface Texts {",
        "    /** The language these texts are in, as a BCP 47 tag. */",
        "    val languageTag: String",
    ]
    for text in leading.texts.values():
        lines += ["", f"    /** `{text.key}`: {doc(text)} */", f"    {kotlin_signature(text)}"]
    lines.append("}")
    for catalogue in catalogues:
        lines += ["", f"/** The texts of `{catalogue.file.name}`. */", f"object {type_name(catalogue.language)} : Texts {{"]
        lines.append(f'    override val languageTag: String get() = "{catalogue.language}"')
        for key, ours in leading.texts.items():
            lines += ["", *kotlin_body(ours, catalogue.texts[key], catalogue.language)]
        lines.append("}")
    lines += [
        "",
        "/** The texts for a language tag such as `de` or `en-GB`; English where there are none. */",
        'fun textsFor(languageTag: String): Texts = when (languageTag.substringBefore(\'-\').substringBefore(\'_\').lowercase()) {',
        *[f'    "{each.language}" -> {type_name(each.language)}' for each in catalogues[1:]],
        f"    else -> {type_name(LEADING)}",
        "}",
        "",
    ]
    return "\n".join(lines)


def doc(text: Text) -> str:
    """What a builder sees when the editor shows the accessor: one line, nothing unseen, nothing that ends or opens a comment."""
    seen = "".join(" " if unicodedata.category(character)[0] in "CZ" else character for character in text.forms["other"])
    return re.sub(r" +", " ", seen).replace("*/", "* /").replace("/*", "/ *")


def kotlin_signature(text: Text) -> str:
    """The declaration without a body."""
    if not text.arguments:
        return f"val {accessor(text.key)}: String"
    arguments = ", ".join(f"{camel(name)}: {'Int' if kind == 'int' else 'String'}" for name, kind in text.arguments)
    return f"fun {accessor(text.key)}({arguments}): String"


def kotlin_body(ours: Text, text: Text, language: str) -> list[str]:
    """The override of one text: the signature is English's, so that arguments keep their places in every language."""
    head = f"    override {kotlin_signature(ours)}"
    if not ours.arguments:
        return [f"{head} get() = {kotlin_literal(text.forms['other'])}"]
    if not text.plural:
        return [f"{head} = {kotlin_literal(text.forms['other'])}"]
    if not PLURALS[language]:
        return [f"{head} = {kotlin_literal(text.forms['other'])}"]
    absolute = "kotlin.math.abs(n.toLong())"
    cases = [f"        {rule.format(a=absolute).replace('== 1', '== 1L').replace('!= 0', '!= 0L').replace('== 0', '== 0L')} -> "
             f"{kotlin_literal(text.forms[category])}" for category, rule in PLURALS[language]]
    return [f"{head} = when {{", *cases, f"        else -> {kotlin_literal(text.forms['other'])}", "    }"]


def swift(catalogues: list[Catalogue]) -> str:
    """The whole Swift file."""
    leading = catalogues[0]
    lines = [
        "// Made by tools/generate_texts.py from core/data/strings. Changes made here are lost.",
        "// swift-format-ignore-file",
        "",
        "/// Every text a person can read, by a name that the compiler knows.",
        "public protocol Texts: Sendable {",
        "    /// The language these texts are in, as a BCP 47 tag.",
        "    var languageTag: String { get }",
    ]
    for text in leading.texts.values():
        get = " { get }" if not text.arguments else ""
        lines += ["", f"    /// `{text.key}`: {doc(text)}", f"    {swift_signature(text)}{get}"]
    lines.append("}")
    for catalogue in catalogues:
        lines += ["", f"/// The texts of `{catalogue.file.name}`.", f"public struct {type_name(catalogue.language)}: Texts {{", "    public init() {}", ""]
        lines.append(f'    public var languageTag: String {{ "{catalogue.language}" }}')
        for key, ours in leading.texts.items():
            lines += ["", *swift_body(ours, catalogue.texts[key], catalogue.language)]
        lines.append("}")
    lines += [
        "",
        "/// The texts for a language tag such as `de` or `en-GB`; English where there are none.",
        "public func texts(for languageTag: String) -> any Texts {",
        '    switch languageTag.split(whereSeparator: { $0 == "-" || $0 == "_" }).first?.lowercased() {',
        *[f'    case "{each.language}": return {type_name(each.language)}()' for each in catalogues[1:]],
        f"    default: return {type_name(LEADING)}()",
        "    }",
        "}",
        "",
    ]
    return "\n".join(lines)


def swift_signature(text: Text) -> str:
    """The declaration without a body."""
    if not text.arguments:
        return f"var {accessor(text.key)}: String"
    arguments = ", ".join(f"{camel(name)}: {'Int' if kind == 'int' else 'String'}" for name, kind in text.arguments)
    return f"func {accessor(text.key)}({arguments}) -> String"


def swift_body(ours: Text, text: Text, language: str) -> list[str]:
    """One text of one language; the signature is English's."""
    head = f"    public {swift_signature(ours)}"
    if not text.plural or not PLURALS[language]:
        return [f"{head} {{ {swift_literal(text.forms['other'])} }}"]
    cases = [f"        if {rule.format(a='n.magnitude')} {{ return {swift_literal(text.forms[category])} }}" for category, rule in PLURALS[language]]
    return [f"{head} {{", *cases, f"        return {swift_literal(text.forms['other'])}", "    }"]


def put(outputs: dict[Path, str], check: bool) -> int:
    """Writes what differs, or with `check` tells what is stale."""
    stale = 0
    for file, content in outputs.items():
        if file.is_file() and file.read_bytes() == content.encode("utf-8"):
            continue
        if check:
            print(f"stale: {file}", file=sys.stderr)
            stale += 1
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode("utf-8"))
        print(f"wrote {file}")
    return 1 if stale else 0


def main(arguments: list[str]) -> int:
    """The command."""
    root = Path(__file__).resolve().parent.parent
    parser = argparse.ArgumentParser(description="typed texts for both shells from the catalogue")
    parser.add_argument("--catalogue", type=Path, default=root / "core/data/strings")
    parser.add_argument("--kotlin", type=Path, help="root folder of the generated Kotlin sources")
    parser.add_argument("--swift", type=Path, help="folder of the generated Swift file")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a generated file is stale")
    chosen = parser.parse_args(arguments)
    if not chosen.kotlin and not chosen.swift:
        parser.error("name at least one of --kotlin and --swift")
    try:
        catalogues = read_all(chosen.catalogue)
    except CatalogueError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    outputs: dict[Path, str] = {}
    if chosen.kotlin:
        outputs[chosen.kotlin / "app/ampersand/ui/Texts.kt"] = kotlin(catalogues)
    if chosen.swift:
        outputs[chosen.swift / "Texts.swift"] = swift(catalogues)
    return put(outputs, chosen.check)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
