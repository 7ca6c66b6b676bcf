-- Schema 1 of the reminders. Whole numbers and ids alone: no column can hold a text, and a test sees to it. There is no
-- key to this file, so nothing may ever stand in it that a person wrote.
--
-- Instants are UTC, ms; days are counted from 1970-01-01; times of day are minutes from midnight.

-- What holds for all rules, and where the last plan stands. One row, made with the file.
CREATE TABLE settings (
    one         INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    salt        BLOB    NOT NULL CHECK (length(salt) = 16),
    quiet_start INTEGER CHECK (quiet_start BETWEEN 0 AND 1439),
    quiet_end   INTEGER CHECK (quiet_end BETWEEN 0 AND 1439),
    max_per_day INTEGER NOT NULL CHECK (max_per_day BETWEEN 1 AND 24),
    discreet    INTEGER NOT NULL CHECK (discreet IN (0, 1)),
    platform    INTEGER CHECK (platform IN (0, 1)),                  -- Android, iOS: as last told
    permission  INTEGER CHECK (permission IN (0, 1)),                -- granted, denied: as last told
    generation  INTEGER NOT NULL DEFAULT 0 CHECK (generation >= 0),  -- counts the plans
    settled     INTEGER NOT NULL DEFAULT 1 CHECK (settled IN (0, 1)),  -- whether the system was told of the last one
    pruned_on   INTEGER,                                             -- day on which what is old was last taken away
    CHECK ((quiet_start IS NULL) = (quiet_end IS NULL))
) STRICT;

CREATE TABLE rule (
    id              BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    position        INTEGER NOT NULL,                                -- the person's order
    kind            INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 6),
    enabled         INTEGER NOT NULL CHECK (enabled IN (0, 1)),
    effective_from  INTEGER NOT NULL,
    resumed_on      INTEGER,
    repeat          INTEGER NOT NULL CHECK (repeat BETWEEN 0 AND 5),
    repeat_first    INTEGER NOT NULL,                                -- what they are depends on `repeat`
    repeat_second   INTEGER NOT NULL,
    starts_on       INTEGER,
    ends_on         INTEGER,
    grace_min       INTEGER NOT NULL CHECK (grace_min BETWEEN 60 AND 720),
    nudge_after_min INTEGER CHECK (nudge_after_min BETWEEN 30 AND 720),
    completion      INTEGER NOT NULL CHECK (completion IN (0, 1)),   -- of a day, of a slot
    back_off        INTEGER NOT NULL CHECK (back_off IN (0, 1)),
    last_slot       INTEGER NOT NULL CHECK (last_slot BETWEEN 0 AND 255)  -- the id that was given out last
) STRICT;

CREATE TABLE slot (
    rule      BLOB    NOT NULL REFERENCES rule (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL CHECK (position BETWEEN 0 AND 7),
    id        INTEGER NOT NULL CHECK (id BETWEEN 0 AND 255),
    from_min  INTEGER NOT NULL CHECK (from_min BETWEEN 0 AND 1439),
    to_min    INTEGER CHECK (to_min BETWEEN 0 AND 1439),             -- of a window; NULL for a minute
    PRIMARY KEY (rule, position),
    UNIQUE (rule, id)
) STRICT, WITHOUT ROWID;

-- What happened. Rows may outlive their rule: what was shown counts for its day whatever became of the rule.
CREATE TABLE completion (
    rule BLOB    NOT NULL CHECK (length(rule) = 16),
    day  INTEGER NOT NULL,
    slot INTEGER NOT NULL CHECK (slot BETWEEN -1 AND 255),           -- -1: the whole day
    PRIMARY KEY (rule, day, slot)
) STRICT, WITHOUT ROWID;

CREATE TABLE shown (
    rule BLOB    NOT NULL CHECK (length(rule) = 16),
    day  INTEGER NOT NULL,
    slot INTEGER NOT NULL CHECK (slot BETWEEN 0 AND 255),
    kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2),              -- first, nudge, snooze
    at   INTEGER NOT NULL,
    PRIMARY KEY (rule, day, slot, kind, at)
) STRICT, WITHOUT ROWID;

CREATE TABLE snooze (
    rule  BLOB    NOT NULL REFERENCES rule (id) ON DELETE CASCADE,
    day   INTEGER NOT NULL,
    slot  INTEGER NOT NULL CHECK (slot BETWEEN 0 AND 255),
    until INTEGER NOT NULL,
    PRIMARY KEY (rule, day, slot)
) STRICT, WITHOUT ROWID;

-- Fires, in four lists: planned last, registered with the system, about to be shown, and on screen.
CREATE TABLE fire (
    list      INTEGER NOT NULL CHECK (list BETWEEN 0 AND 3),
    id        BLOB    NOT NULL CHECK (length(id) = 8),
    at        INTEGER NOT NULL,
    local_s   INTEGER NOT NULL,                                      -- what a clock on the wall showed then: seconds, as if in UTC
    day       INTEGER NOT NULL,
    not_after INTEGER NOT NULL,
    code      INTEGER CHECK (code > 0),                              -- how the system knows it; NULL for what it is not told
    withdraw  INTEGER NOT NULL DEFAULT 0 CHECK (withdraw IN (0, 1)), -- on screen, and told to go
    PRIMARY KEY (list, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE fire_item (
    list      INTEGER NOT NULL,
    fire      BLOB    NOT NULL,
    position  INTEGER NOT NULL CHECK (position >= 0),
    rule      BLOB    NOT NULL CHECK (length(rule) = 16),
    slot      INTEGER NOT NULL CHECK (slot BETWEEN 0 AND 255),
    kind      INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2),
    not_after INTEGER NOT NULL,
    PRIMARY KEY (list, fire, position),
    FOREIGN KEY (list, fire) REFERENCES fire (list, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- What came too late to be said. Seen, it stays until it is old, or the next plan would tell it again.
CREATE TABLE missed (
    rule BLOB    NOT NULL CHECK (length(rule) = 16),
    day  INTEGER NOT NULL,
    slot INTEGER NOT NULL CHECK (slot BETWEEN 0 AND 255),
    seen INTEGER NOT NULL DEFAULT 0 CHECK (seen IN (0, 1)),
    PRIMARY KEY (rule, day, slot)
) STRICT, WITHOUT ROWID;

-- What the system was told of and never delivered.
CREATE TABLE unheard (
    fire BLOB    NOT NULL CHECK (length(fire) = 8),
    at   INTEGER NOT NULL,
    PRIMARY KEY (fire, at)
) STRICT, WITHOUT ROWID;
