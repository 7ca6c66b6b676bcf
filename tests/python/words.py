"""Banned words: reads `core/data/words-banned.json` and finds its forms in texts.

A form is one or more whole words, in any case; a star at the end stands for any ending. Typographic apostrophes count as plain
ones and letters in compatibility forms as the plain letters, so that nothing slips by in other clothes.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "core/data"
BANNED = DATA / "words-banned.json"

# Files of the data folder in which nothing is read by a person.
UNREAD_FILES = {"care-phrases-cases.v1.json", "care-phrases.v1.json", "look.json", "psychometrics.v1.json", "words-banned.json"}
# Fields that are notes to a builder, in whatever file. Every other text of a data file is taken as read by a person.
NOTES = {"never", "note", "rule", "source"}


@dataclass(frozen=True)
class Exemption:
    """A text that may keep one form."""

    file: str
    text: str
    form: str
    reason: str


@dataclass(frozen=True)
class Banned:
    """The rules of the file."""

    forms: dict[str, str]  # form -> reason
    exempt: tuple[Exemption, ...]

    def found(self, text: str) -> list[str]:
        """The forms that a text holds."""
        plain = unicodedata.normalize("NFKC", text).replace("’", "'").casefold()
        return [form for form in self.forms if pattern(form).search(plain)]


def pattern(form: str) -> re.Pattern[str]:
    """A form as an expression over case-folded text."""
    stem = re.escape(form.removesuffix("*").casefold()).replace(r"\ ", r"\s+")
    return re.compile(rf"(?<!\w){stem}" + (r"\w*" if form.endswith("*") else r"(?!\w)"))


def load(file: Path = BANNED) -> Banned:
    """The rules, checked: no form twice, a reason for each group and exemption."""
    data = json.loads(file.read_text(encoding="utf-8"))
    forms = reasons(data["words"], file.name)
    exempt = tuple(Exemption(**each) for each in data["exempt"])
    for each in exempt:
        if not each.reason.strip() or each.form not in forms:
            raise ValueError(f"{file.name}: an exemption without a reason or of an unknown form: {each}")
    return Banned(forms, exempt)


def load_for_notices(file: Path = BANNED) -> Banned:
    """The words that are banned on a lock screen beside all others."""
    return Banned(reasons(json.loads(file.read_text(encoding="utf-8"))["notices"], file.name), ())


def reasons(groups: list[dict], name: str) -> dict[str, str]:
    """Form -> reason, checked."""
    forms: dict[str, str] = {}
    for group in groups:
        if not group["reason"].strip() or not group["forms"]:
            raise ValueError(f"{name}: a group without a reason or without forms: {group}")
        for form in group["forms"]:
            if form in forms:
                raise ValueError(f"{name}: {form}: written twice")
            forms[form] = group["reason"]
    return forms


def strings(value: object, field: str = "") -> list[str]:
    """Every text below a JSON value that is no note."""
    if field in NOTES:
        return []
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [text for each in value for text in strings(each)]
    if isinstance(value, dict):
        return [text for key, each in value.items() for text in strings(each, key)]
    return []


def read_by_a_person() -> list[tuple[str, str]]:
    """(file, text) of every data file, the catalogues of texts among them."""
    files = [file for file in sorted(DATA.rglob("*.json")) if file.name not in UNREAD_FILES]
    return [(file.relative_to(DATA).as_posix(), text) for file in files for text in strings(json.loads(file.read_text(encoding="utf-8")))]
