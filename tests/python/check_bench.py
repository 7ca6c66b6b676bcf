"""Times one Check through the Python face: begin, 38 answers, finish, result. Each round has a vault of its own, made and
opened before the clock starts. Prints the median as one line of JSON.

    check_bench.py ROUNDS FOLDER
    check_bench.py turns FOLDER     one Check for each line read
"""

from __future__ import annotations

import json
import shutil
import statistics
import sys
import time
from pathlib import Path

import ampersand as a

NOW, DAY = 1_795_435_200_000, 86_400_000
ZONE = a.ZoneSpan(id="Etc/UTC", _from=NOW - 40 * DAY, to=NOW + 400 * DAY, offset_s=0, transitions=[])
CLOCK = a.Clock(now=NOW, monotonic_ms=1_000)
CONTEXT = a.NowContext(now=NOW, zone=ZONE)


def one(folder: Path) -> float:
    config = a.VaultConfig(folder=str(folder), device_secret=bytes([7]) * 32, passphrase=None, locale="en", clock=CLOCK)
    created = a.Vault.create(config)
    created.answer_safety([a.SafetyAnswer.NO] * 5)
    created.lock()
    vault = a.Vault.open(config)
    start = time.perf_counter()
    draft = vault.begin_check(CONTEXT, a.NewCheck(partner_context=a.PartnerContext.CURRENT, fresh=False))
    for position, item in enumerate(draft.items):
        vault.answer_check(CONTEXT, draft.run, a.ItemAnswer(item=item.id, value=position * 7 % 5, ms=3_000))
    vault.finish_check(CONTEXT, draft.run, [])
    result = vault.check_result(draft.run)
    took = time.perf_counter() - start
    assert len(result.scales) == 8
    vault.lock()
    shutil.rmtree(folder)
    return took * 1_000


def told(rounds: int, folder: Path) -> str:
    median = statistics.median(one(folder) for _ in range(rounds))
    return json.dumps({"language": "python", "rounds": rounds, "median_ms": round(median, 3)})


def main() -> None:
    rounds, folder = sys.argv[1], Path(sys.argv[2])
    one(folder)  # for the caches of files and code
    if rounds == "turns":
        for _ in sys.stdin:
            print(told(1, folder), flush=True)
    else:
        print(told(int(rounds), folder))


if __name__ == "__main__":
    main()
