"""Prints what ZoneProbe must find, from Python's zoneinfo: every minute is read, nothing is
bisected. Columns: release of the zone database, zone, the moment asked about, the offset forty
days before it, and each change up to four hundred days after it as `second:offset` (seconds
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
    ("Australia/Lord_Howe", 2026, 6, 1),  # half an hour of summer time
    ("Asia/Kathmandu", 2026, 6, 1),  # no change at all, and an odd offset
]:
    zone = zoneinfo.ZoneInfo(name)
    now = int(datetime(year, month, day, tzinfo=timezone.utc).timestamp())

    def offset(second: int) -> int:
        return int(datetime.fromtimestamp(second, zone).utcoffset().total_seconds())

    first, last = now - 40 * DAY, now + 400 * DAY
    current = start = offset(first)
    changes = []
    for second in range(first, last, 60):
        if offset(second) != current:
            current = offset(second)
            changes.append(f"{second}:{current}")
    print(release, name, now, start, " ".join(changes), sep="\t")
