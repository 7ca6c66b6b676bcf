-- Schema 2: the journal. What a person wrote is in three places alone: an entry, its earlier texts, and a draft.

-- An entry as it is now. Wide columns stand last, so that a list never walks over a body to reach what it shows.
CREATE TABLE entry (
    seq         INTEGER NOT NULL PRIMARY KEY,                              -- what an index of words points to
    id          BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),           -- UUIDv7
    day         TEXT    NOT NULL CHECK (length(day) = 10),                 -- civil date it was written for, never recomputed
    written_at  INTEGER NOT NULL,                                          -- UTC, ms: when it was first saved
    zone_id     TEXT    NOT NULL CHECK (zone_id <> ''),                    -- where that was
    offset_s    INTEGER NOT NULL,
    edited_at   INTEGER,                                                   -- UTC, ms: when this text was saved; NULL for the first one
    saved_day   TEXT    NOT NULL CHECK (length(saved_day) = 10),           -- logical day on which this text was saved
    revision    INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),           -- number of this text
    mood        INTEGER CHECK (mood BETWEEN 0 AND 4),
    prompt      TEXT    CHECK (prompt <> ''),
    form        TEXT    CHECK (form <> ''),
    starred     INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
    trashed_at  INTEGER,                                                   -- UTC, ms
    trashed_day TEXT    CHECK (length(trashed_day) = 10),                  -- logical day of that: the thirty days count from it
    words       INTEGER NOT NULL CHECK (words >= 0),
    title       TEXT    NOT NULL DEFAULT '',
    excerpt     TEXT    NOT NULL DEFAULT '',                               -- how the body begins, without its marks
    body        TEXT    NOT NULL,                                          -- Markdown
    CHECK ((trashed_at IS NULL) = (trashed_day IS NULL))
) STRICT;

-- The list in its order, and all that a month shows of a day. `trashed_at` is there so that neither has to open the row.
CREATE INDEX entry_timeline ON entry (day, written_at, id, mood, words, trashed_at) WHERE trashed_at IS NULL;

-- The trash, in its order.
CREATE INDEX entry_in_trash ON entry (trashed_at, id) WHERE trashed_at IS NOT NULL;

-- When a form was last used: some keep a pace.
CREATE INDEX entry_by_form ON entry (form, written_at, trashed_at) WHERE form IS NOT NULL;

-- `folded` is what makes two tags the same; `tag` is how it was typed.
CREATE TABLE entry_tag (
    entry    INTEGER NOT NULL REFERENCES entry (seq) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 19),
    tag      TEXT    NOT NULL CHECK (tag <> ''),
    folded   TEXT    NOT NULL CHECK (folded <> ''),
    PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

-- An entry has a tag once.
CREATE UNIQUE INDEX entry_tag_by_name ON entry_tag (folded, entry);

CREATE TABLE entry_feeling (
    entry    INTEGER NOT NULL REFERENCES entry (seq) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 5),
    feeling  TEXT    NOT NULL CHECK (feeling <> ''),
    PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX entry_feeling_by_word ON entry_feeling (feeling);

-- An earlier text of an entry, whole: one that was saved, or one that was written and discarded. Tags stand one a line,
-- feelings with commas between them; neither can hold what parts them.
CREATE TABLE revision (
    seq        INTEGER NOT NULL PRIMARY KEY,
    entry      INTEGER NOT NULL REFERENCES entry (seq) ON DELETE CASCADE,
    number     INTEGER NOT NULL CHECK (number > 0),
    discarded  INTEGER NOT NULL DEFAULT 0 CHECK (discarded IN (0, 1)),
    saved_at   INTEGER NOT NULL,                                           -- UTC, ms
    saved_day  TEXT    NOT NULL CHECK (length(saved_day) = 10),            -- logical day of that
    day        TEXT    NOT NULL CHECK (length(day) = 10),
    mood       INTEGER CHECK (mood BETWEEN 0 AND 4),
    prompt     TEXT    CHECK (prompt <> ''),
    form       TEXT    CHECK (form <> ''),
    starred    INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
    words      INTEGER NOT NULL CHECK (words >= 0),
    feelings   TEXT    NOT NULL DEFAULT '',
    tags       TEXT    NOT NULL DEFAULT '',
    title      TEXT    NOT NULL DEFAULT '',
    excerpt    TEXT    NOT NULL DEFAULT '',
    body       TEXT    NOT NULL,
    UNIQUE (entry, number)
) STRICT;

-- What is being written: of an entry that is there (`entry`, and the number of the text it began with), or of one to be.
CREATE TABLE draft (
    seq           INTEGER NOT NULL PRIMARY KEY,
    id            BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),         -- UUIDv7
    entry         INTEGER UNIQUE REFERENCES entry (seq) ON DELETE CASCADE, -- one draft an entry
    base_revision INTEGER NOT NULL DEFAULT 0 CHECK (base_revision >= 0),
    touched       INTEGER NOT NULL DEFAULT 0 CHECK (touched IN (0, 1)),    -- whether it holds anything the entry does not
    saved_at      INTEGER NOT NULL,                                        -- UTC, ms
    day           TEXT    NOT NULL CHECK (length(day) = 10),
    mood          INTEGER CHECK (mood BETWEEN 0 AND 4),
    prompt        TEXT    CHECK (prompt <> ''),
    form          TEXT    CHECK (form <> ''),
    starred       INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
    words         INTEGER NOT NULL CHECK (words >= 0),
    feelings      TEXT    NOT NULL DEFAULT '',
    tags          TEXT    NOT NULL DEFAULT '',
    title         TEXT    NOT NULL DEFAULT '',
    excerpt       TEXT    NOT NULL DEFAULT '',
    body          TEXT    NOT NULL,
    CHECK ((entry IS NULL) = (base_revision = 0))
) STRICT;
