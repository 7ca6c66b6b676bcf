"""The exported API as its golden file tells it, and values for its arguments: for tests that walk the whole of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import ampersand as a
from world import ROOT

GOLDEN = ROOT / "tests/golden/api.txt"
SIMPLE = {"String", "Boolean", "Int32", "Int64", "UInt32", "UInt64", "Float64", "Bytes"}


@dataclass(frozen=True)
class Method:
    """A method of an object."""

    owner: str
    name: str
    arguments: tuple[tuple[str, str], ...]
    returns: str | None


@dataclass
class Api:
    """Everything that is exported: methods, and the shapes of what goes in and comes out."""

    methods: list[Method] = field(default_factory=list)
    records: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    enums: dict[str, list[tuple[str, list[tuple[str, str]]]]] = field(default_factory=dict)


def _parts(text: str) -> list[tuple[str, str]]:
    """`a: A, b: Vec<B>` as pairs."""
    return [(name, kind) for name, kind in re.findall(r"(\w+): ([\w<>]+)", text or "")]


def read() -> Api:
    """The golden file."""
    api = Api()
    for line in GOLDEN.read_text().splitlines():
        if found := re.fullmatch(r"method (\w+)\.(\w+)\((.*)\)(?: -> ([\w<>]+))? throws \w+", line):
            owner, name, arguments, returns = found.groups()
            api.methods.append(Method(owner, name, tuple(_parts(arguments)), returns))
        elif found := re.fullmatch(r"record (\w+)(?:\.\d+ (\w+): ([\w<>]+))?", line):
            name, part, kind = found.groups()
            parts = api.records.setdefault(name, [])
            if part:
                parts.append((part, kind))
        elif found := re.fullmatch(r"enum (\w+)(?:\.\d+ (\w+)(?: \{ (.*) \})?)?", line):
            name, case, parts = found.groups()
            cases = api.enums.setdefault(name, [])
            if case:
                cases.append((case, _parts(parts)))
        elif line.startswith("method "):
            raise AssertionError(f"not understood: {line}")
    return api


def inside(kind: str) -> tuple[str, str] | None:
    """`Option<T>` and `Vec<T>` as the outer and the inner."""
    found = re.fullmatch(r"(Option|Vec)<(.*)>", kind)
    return (found[1], found[2]) if found else None


def attribute(name: str) -> str:
    """A field's name in Python."""
    return f"_{name}" if name in {"from", "in", "is", "not"} else name


def case_name(case: str) -> str:
    """`EveryDay` as Python's constant."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", case).upper()


def is_flat(cases: list[tuple[str, list[tuple[str, str]]]]) -> bool:
    """Whether no case carries anything: then it is a plain enumeration in Python."""
    return not any(parts for _, parts in cases)


def gathered(api: Api, kind: str, value, into: dict[str, list]) -> None:
    """Notes down every value of a named type in `value`, which is of `kind`."""
    if value is None:
        return
    if outer := inside(kind):
        for each in value if outer[0] == "Vec" else [value]:
            gathered(api, outer[1], each, into)
    elif kind in api.records:
        for name, part in api.records[kind]:
            gathered(api, part, getattr(value, attribute(name)), into)
    elif kind in api.enums:
        for case, parts in [] if is_flat(api.enums[kind]) else api.enums[kind]:
            if getattr(value, f"is_{case_name(case)}")():
                for name, part in parts:
                    gathered(api, part, getattr(value, attribute(name)), into)
    elif kind not in SIMPLE:
        known = into.setdefault(kind, [])
        if value not in known:
            known.append(value)


class Values:
    """Values for arguments: of ids those that the vault answered with, of all else a few of each kind."""

    def __init__(self, api: Api, seen: dict[str, list], simple: dict[str, list], named: dict[str, list]):
        self.api, self.seen, self.simple, self.named = api, seen, simple, named

    def of(self, name: str, kind: str, owner: str = "") -> list:
        """Some values for the argument or field `name` of `kind`; the first is the one to leave in place."""
        for given in (f"{owner}.{name}", name):
            if given in self.named and ("." in given or kind in ("String", "Option<String>", "Vec<String>")):
                return self.named[given]
        if kind in self.simple:
            return self.simple[kind]
        if outer := inside(kind):
            values = self.of(name, outer[1], owner)
            return [[values[0]], [], values] if outer[0] == "Vec" else [*values, None]
        if kind in self.api.records:
            return self._of_record(kind)
        if kind in self.api.enums:
            return self._of_enum(kind)
        found = self.seen.get(kind, [])
        if not found:
            raise AssertionError(f"no value of {kind} was seen for {name}: let the world make one, or give one")
        return found

    def _of_record(self, kind: str) -> list:
        parts = {attribute(name): self.of(name, part, kind) for name, part in self.api.records[kind]}
        return [getattr(a, kind)(**chosen) for chosen in one_at_a_time(parts)]

    def _of_enum(self, kind: str) -> list:
        cases = self.api.enums[kind]
        if is_flat(cases):
            return [getattr(getattr(a, kind), case_name(case)) for case, _ in cases]
        made = []
        for case, parts in cases:
            values = {attribute(name): self.of(name, part, kind) for name, part in parts}
            made += [getattr(getattr(a, kind), case_name(case))(**chosen) for chosen in one_at_a_time(values)]
        return made


def one_at_a_time(parts: dict[str, list]) -> list[dict]:
    """The first value of each part, then the same with one part changed at a time."""
    first = {name: values[0] for name, values in parts.items()}
    changed = [{**first, name: value} for name, values in parts.items() for value in values[1:]]
    return [first, *changed]
