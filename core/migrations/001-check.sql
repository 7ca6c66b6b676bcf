-- Schema 1: settings, and the runs of the Check with their raw answers. Scores are computed, never stored.

-- One value a key. What a key means and which values it takes is written where it is read.
CREATE TABLE settings (
    key   TEXT NOT NULL PRIMARY KEY CHECK (key <> ''),
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A run of the Check: a draft until `finished_at` is set, and from then on never edited. It can be left out of trends
-- or deleted, nothing else.
CREATE TABLE run (
    id              BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),  -- UUIDv7
    instrument      TEXT    NOT NULL CHECK (instrument <> ''),
    version         INTEGER NOT NULL CHECK (version > 0),
    order_version   INTEGER NOT NULL CHECK (order_version > 0),
    locale          TEXT    NOT NULL,                                      -- of the texts the person read
    partner_context TEXT    NOT NULL CHECK (partner_context IN ('current', 'most_recent', 'closest_person')),
    started_at      INTEGER NOT NULL,                                      -- UTC, ms
    finished_at     INTEGER,                                               -- UTC, ms
    finished_day    TEXT    CHECK (finished_day IS NULL OR length(finished_day) = 10),  -- civil date, never recomputed
    zone_id         TEXT,                                                  -- where it was finished
    offset_s        INTEGER,
    inclusion       TEXT    NOT NULL DEFAULT 'automatic' CHECK (inclusion IN ('automatic', 'included', 'excluded')),
    tags            TEXT    NOT NULL DEFAULT '',
    CHECK ((finished_at IS NULL) = (finished_day IS NULL)),
    CHECK ((finished_at IS NULL) = (zone_id IS NULL)),
    CHECK ((finished_at IS NULL) = (offset_s IS NULL))
) STRICT;

-- Newest first, in pages.
CREATE INDEX run_by_finish ON run (finished_at, id);

-- One answer an item; `value` is NULL for a question that was skipped.
CREATE TABLE answer (
    run         BLOB    NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    item        TEXT    NOT NULL CHECK (item <> ''),
    value       INTEGER CHECK (value BETWEEN 0 AND 4),
    ms          INTEGER CHECK (ms >= 0),
    answered_at INTEGER NOT NULL,                                          -- UTC, ms
    PRIMARY KEY (run, item)
) STRICT, WITHOUT ROWID;

-- "A run is never edited" holds here too, whatever the code above it does. Deleting the run still takes its answers
-- along: by the time the cascade reaches them, the run is no longer there to be finished.
CREATE TRIGGER answer_insert_frozen BEFORE INSERT ON answer
WHEN EXISTS (SELECT 1 FROM run WHERE id = NEW.run AND finished_at IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'run is finished');
END;

CREATE TRIGGER answer_update_frozen BEFORE UPDATE ON answer
WHEN EXISTS (SELECT 1 FROM run WHERE id IN (OLD.run, NEW.run) AND finished_at IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'run is finished');
END;

CREATE TRIGGER answer_delete_frozen BEFORE DELETE ON answer
WHEN EXISTS (SELECT 1 FROM run WHERE id = OLD.run AND finished_at IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'run is finished');
END;

-- Every column but `inclusion`.
CREATE TRIGGER run_update_frozen BEFORE UPDATE OF
    id, instrument, version, order_version, locale, partner_context, started_at,
    finished_at, finished_day, zone_id, offset_s, tags
ON run WHEN OLD.finished_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'run is finished');
END;
