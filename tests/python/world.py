"""What the tests of the Python face share: a vault in a folder of its own, moments, and a folder byte for byte."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import ampersand as a

ROOT = Path(__file__).resolve().parents[2]
DAY, HOUR = 86_400_000, 3_600_000
START = 1_795_424_400_000
"""2026-11-23, 09:00 UTC."""
SECRET = bytes([7]) * 32
NOS = [a.SafetyAnswer.NO] * 5


def zone(start: int = START - 2 * DAY, end: int = START + 400 * DAY) -> a.ZoneSpan:
    return a.ZoneSpan(id="UTC", _from=start, to=end, offset_s=0, transitions=[])


def at(days: float = 0, hours: float = 0) -> a.NowContext:
    return a.NowContext(now=int(START + days * DAY + hours * HOUR), zone=zone())


def clock(seconds: float = 0) -> a.Clock:
    return a.Clock(now=int(START + seconds * 1_000), monotonic_ms=int(1_000 + seconds * 1_000))


def config(folder: Path | str, secret: bytes = SECRET, passphrase: str | None = None, seconds: float = 0) -> a.VaultConfig:
    return a.VaultConfig(folder=str(folder), device_secret=secret, passphrase=passphrase, locale="en-GB", clock=clock(seconds))


def current(fresh: bool = False) -> a.NewCheck:
    return a.NewCheck(partner_context=a.PartnerContext.CURRENT, fresh=fresh)


def answer(item: str, value: int | None, ms: int | None = 4_000) -> a.ItemAnswer:
    return a.ItemAnswer(item=item, value=value, ms=ms)


def answers(values: dict, ms: dict | None = None, version: int = 1) -> a.CheckAnswers:
    given = [answer(item, value, (ms or {}).get(item)) for item, value in values.items()]
    return a.CheckAnswers(version=version, answers=given)


def taken(vault: a.Vault, ctx: a.NowContext, value=lambda place: place % 5) -> a.RunSummary:
    """Takes a whole Check; question number `place` gets `value(place)`."""
    draft = vault.begin_check(ctx, current())
    for place, item in enumerate(draft.items):
        vault.answer_check(ctx, draft.run, answer(item.id, value(place)))
    return vault.finish_check(ctx, draft.run, [])


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


class Folder:
    """A folder that goes away with the test."""

    def __init__(self, test, fixture: str | None = None):
        self.base = Path(tempfile.mkdtemp())
        test.addCleanup(shutil.rmtree, self.base, ignore_errors=True)
        self.path = self.base / "vault"
        if fixture:
            self.path.mkdir()
            for source in (ROOT / "tests/fixtures" / fixture).iterdir():
                shutil.copyfile(source, self.path / source.name)
