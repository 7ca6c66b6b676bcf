-- Schema 4: what is asked once a day and once a week, and what a person calls a reminder of their own.
--
-- Days are logical ones and are never worked out anew. `seq` counts, so that of a damaged file each row comes back by
-- itself.

-- The answers of a day. A number means what it means in `version` of the check-in; NULL was left out.
CREATE TABLE daily_check_ins (
    seq            INTEGER NOT NULL PRIMARY KEY,
    day            TEXT    NOT NULL UNIQUE CHECK (length(day) = 10),       -- the day that was asked about: one a day
    version        INTEGER NOT NULL CHECK (version > 0),
    mood           INTEGER CHECK (mood BETWEEN 0 AND 4),
    energy         INTEGER CHECK (energy BETWEEN 0 AND 4),
    needs          INTEGER CHECK (needs BETWEEN 0 AND 4),
    yes_meaning_no INTEGER CHECK (yes_meaning_no >= 0),                    -- place of the option
    own_time       INTEGER CHECK (own_time IN (0, 1)),
    sixth          TEXT    NOT NULL CHECK (sixth <> ''),                   -- the item that had its turn
    sixth_value    INTEGER CHECK (sixth_value >= 0),
    saved_at       INTEGER NOT NULL,                                       -- UTC, ms: when it was first saved
    saved_on       TEXT    NOT NULL CHECK (length(saved_on) = 10),         -- logical day of that: until it is over it can be changed
    zone_id        TEXT    NOT NULL CHECK (zone_id <> ''),                 -- where that was
    offset_s       INTEGER NOT NULL,
    edited_at      INTEGER,                                                -- UTC, ms: when it was last changed
    feelings       TEXT    NOT NULL DEFAULT '',                            -- ids with commas between them
    line           TEXT    NOT NULL DEFAULT ''
) STRICT;

-- What was added to a day later. It belongs to the day and not to its row above, so that it outlives that one's damage.
CREATE TABLE daily_notes (
    seq        INTEGER NOT NULL PRIMARY KEY,
    day        TEXT    NOT NULL CHECK (length(day) = 10),
    written_at INTEGER NOT NULL,                                           -- UTC, ms
    text       TEXT    NOT NULL CHECK (text <> '')
) STRICT;

CREATE INDEX daily_notes_by_day ON daily_notes (day);

-- The answers about a week: the one in which `day` is, as the person counts weeks. NULL was left out.
CREATE TABLE pulses (
    seq       INTEGER NOT NULL PRIMARY KEY,
    day       TEXT    NOT NULL UNIQUE CHECK (length(day) = 10),            -- the day that was asked about
    version   INTEGER NOT NULL CHECK (version > 0),
    p1        INTEGER CHECK (p1 BETWEEN 0 AND 4),
    p2        INTEGER CHECK (p2 BETWEEN 0 AND 4),
    p3        INTEGER CHECK (p3 BETWEEN 0 AND 4),
    p4        INTEGER CHECK (p4 BETWEEN 0 AND 4),
    p5        INTEGER CHECK (p5 BETWEEN 0 AND 4),
    p6        INTEGER CHECK (p6 BETWEEN 0 AND 4),
    p7        INTEGER CHECK (p7 BETWEEN 0 AND 4),
    p8        INTEGER CHECK (p8 BETWEEN 0 AND 4),
    saved_at  INTEGER NOT NULL,                                            -- UTC, ms: when it was first saved
    saved_on  TEXT    NOT NULL CHECK (length(saved_on) = 10),              -- logical day of that
    zone_id   TEXT    NOT NULL CHECK (zone_id <> ''),                      -- where that was
    offset_s  INTEGER NOT NULL,
    edited_at INTEGER                                                      -- UTC, ms: when it was last changed
) STRICT;

-- What a reminder is called. The rule itself is in a file that opens without a key; a person's words are only here.
CREATE TABLE rule_labels (
    seq   INTEGER NOT NULL PRIMARY KEY,
    rule  BLOB    NOT NULL UNIQUE CHECK (length(rule) = 16),               -- UUIDv7
    label TEXT    NOT NULL CHECK (label <> '')
) STRICT;
