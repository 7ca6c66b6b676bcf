"""Prints what ZoneProbe must find, from Python's zoneinfo: every minute is read, nothing is
bisected. Columns: release of the zone database, zone, the moment asked about, the offset four
hundred days before it, and each change up to 430 days after it as `second:offset` (seconds
since 1970, seconds east of Greenwich).

    python3 zones.py FOLDER >>zones.tsv        FOLDER holds zone files and tzdata.zi

Foundation on Linux brings a zone database of its own, inside its ICU, with a release of its
own; on a phone the database comes with the system. That is why the table holds more than one
release: see ZoneProbeTests.
"""

import sys
import zoneinfo
from datetime import datetime, timezone
from pathlib import Path

zoneinfo.reset_tzpath([sys.argv[1]])
release = Path(sys.argv[1], "tzdata.zi").read_text().split("\n", 1)[0].removeprefix("# version ")
DAY = 86_400

for name, year, month, day in [
    ("Europe/Berlin", 2026, 11, 23),  # plain summer time
    ("America/Sao_Paulo", 2018, 6, 1),  # its last summer time
    ("Pacific/Apia", 2011, 6, 1),  # a jump over the date line, which is no summer time
    ("Africa/Casablanca", 2026, 6, 1),  # a pause in Ramadan; differs between releases
    ("Africa/Casablanca", 2018, 10, 1),  # the year in which the standard offset was moved
    ("Australia/Lord_Howe", 2026, 6, 1),  # half an hour of summer time
    ("Asia/Kathmandu", 2026, 6, 1),  # no change at all, and an odd offset
    ("Asia/Pyongyang", 2015, 6, 1),  # half an hour back
    ("Asia/Pyongyang", 2018, 3, 1),  # and half an hour forth
    ("Europe/Istanbul", 2016, 6, 1),  # summer time made standard
    ("America/Caracas", 2016, 3, 1),  # half an hour forth
    ("America/Nuuk", 2023, 6, 1),  # a new standard offset, and summer time again a year later
    ("Africa/Juba", 2021, 1, 1),  # an hour back
    ("Antarctica/Troll", 2026, 6, 1),  # two hours of summer time
    ("Asia/Gaza", 2026, 6, 1),  # its summer time leaves Ramadan out
    ("America/Metlakatla", 2018, 11, 1),  # another standard offset in the middle of winter
]:
    zone = zoneinfo.ZoneInfo(name)
    now = int(datetime(year, month, day, tzinfo=timezone.utc).timestamp())

    def offset(second: int) -> int:
        return int(datetime.fromtimestamp(second, zone).utcoffset().total_seconds())

    first, last = now - 400 * DAY, now + 430 * DAY
    current = start = offset(first)
    changes = []
    for second in range(first, last, 60):
        if offset(second) != current:
            current = offset(second)
            changes.append(f"{second}:{current}")
    print(release, name, now, start, " ".join(changes), sep="\t")
