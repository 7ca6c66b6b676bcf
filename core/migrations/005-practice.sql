-- Schema 5: what a person practises, alone and with others.
--
-- Days are logical ones and are never worked out anew. `seq` counts, so that of a damaged file each row comes back by
-- itself. A table points to another by id and not by row, so that it outlives that one's damage.

-- Circle

-- A person, a group or a thing that love comes from. It is put away and never deleted: what was with it did happen.
CREATE TABLE circle_sources (
    seq        INTEGER NOT NULL PRIMARY KEY,
    id         BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),            -- UUIDv7
    name       TEXT    NOT NULL CHECK (name <> ''),
    love       TEXT    NOT NULL CHECK (love IN ('family', 'friends', 'community', 'art', 'partner', 'own')),
    archived   INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
    created_at INTEGER NOT NULL,                                           -- UTC, ms
    gives      TEXT    NOT NULL DEFAULT ''                                 -- words with commas between them
) STRICT;

-- That there was contact with a source on a day; one a day.
CREATE TABLE circle_contacts (
    seq       INTEGER NOT NULL PRIMARY KEY,
    source    BLOB    NOT NULL CHECK (length(source) = 16),
    day       TEXT    NOT NULL CHECK (length(day) = 10),
    logged_at INTEGER NOT NULL,                                            -- UTC, ms
    UNIQUE (source, day)
) STRICT;

CREATE INDEX circle_contacts_by_day ON circle_contacts (day, source);

-- Support

-- A question of the list that a person wants to bring along.
CREATE TABLE support_ticks (
    seq       INTEGER NOT NULL PRIMARY KEY,
    question  TEXT    NOT NULL UNIQUE CHECK (question <> ''),              -- its id in the list
    ticked_at INTEGER NOT NULL                                             -- UTC, ms
) STRICT;

-- A question of their own.
CREATE TABLE support_questions (
    seq        INTEGER NOT NULL PRIMARY KEY,
    id         BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),            -- UUIDv7
    written_at INTEGER NOT NULL,                                           -- UTC, ms
    text       TEXT    NOT NULL CHECK (text <> '')
) STRICT;

-- Practices

-- A practice from the day it was begun to the day it was put down. Practices and patterns are ids of the shipped lists.
CREATE TABLE practice_spans (
    seq        INTEGER NOT NULL PRIMARY KEY,
    practice   TEXT    NOT NULL CHECK (practice <> ''),
    begun_on   TEXT    NOT NULL CHECK (length(begun_on) = 10),
    stopped_on TEXT    CHECK (length(stopped_on) = 10)                     -- NULL while it is active
) STRICT;

-- Active once at a time.
CREATE UNIQUE INDEX practice_active ON practice_spans (practice) WHERE stopped_on IS NULL;

-- That a step was tried. Steps of the shipped list count from 0, steps of a person's own from 100.
CREATE TABLE practice_attempts (
    seq           INTEGER NOT NULL PRIMARY KEY,
    id            BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),         -- UUIDv7
    practice      TEXT    NOT NULL CHECK (practice <> ''),
    step          INTEGER NOT NULL CHECK (step >= 0),
    day           TEXT    NOT NULL CHECK (length(day) = 10),
    outcome       TEXT    NOT NULL CHECK (outcome IN ('done', 'tried', 'skipped')),
    after_feeling INTEGER CHECK (after_feeling BETWEEN 0 AND 4),
    recorded_at   INTEGER NOT NULL,                                        -- UTC, ms: when it was first saved
    edited_at     INTEGER,                                                 -- UTC, ms: when it was last changed
    note          TEXT    NOT NULL DEFAULT ''
) STRICT;

-- All that is counted of a practice, so that the rows with the notes need not be opened.
CREATE INDEX practice_attempts_by_day ON practice_attempts (practice, day, outcome, step);

-- "If this, then I will do that". One a practice; it stays when the practice is put down.
CREATE TABLE practice_plans (
    seq        INTEGER NOT NULL PRIMARY KEY,
    practice   TEXT    NOT NULL UNIQUE CHECK (practice <> ''),
    situation  TEXT    NOT NULL CHECK (situation <> ''),
    action     TEXT    NOT NULL CHECK (action <> ''),
    said_aloud INTEGER NOT NULL DEFAULT 0 CHECK (said_aloud IN (0, 1)),
    remind_at  INTEGER CHECK (remind_at BETWEEN 0 AND 1439),               -- minute of the day
    rule       BLOB    CHECK (length(rule) = 16),                          -- of the reminders; it can be gone there
    planned_at INTEGER NOT NULL,                                           -- UTC, ms
    CHECK ((remind_at IS NULL) = (rule IS NULL))
) STRICT;

-- A step that a person made out of something of their own.
CREATE TABLE practice_own_steps (
    seq      INTEGER NOT NULL PRIMARY KEY,
    practice TEXT    NOT NULL CHECK (practice <> ''),
    step     INTEGER NOT NULL CHECK (step >= 100),
    entry    BLOB    NOT NULL UNIQUE CHECK (length(entry) = 16),           -- what of the ledger it was made of
    text     TEXT    NOT NULL CHECK (text <> ''),
    UNIQUE (practice, step)
) STRICT;

-- Patterns that a person says they know. Nothing is scored by them.
CREATE TABLE pattern_marks (
    seq     INTEGER NOT NULL PRIMARY KEY,
    pattern TEXT    NOT NULL UNIQUE CHECK (pattern <> '')
) STRICT;

-- Boundaries

-- A limit in a person's own words.
CREATE TABLE boundaries (
    seq      INTEGER NOT NULL PRIMARY KEY,
    id       BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),              -- UUIDv7
    kind     TEXT    NOT NULL CHECK (kind IN ('physical', 'mental', 'material', 'emotional', 'sexual')),
    mine     INTEGER NOT NULL CHECK (mine IN (0, 1)),                      -- 0: not mine to carry
    put_away INTEGER NOT NULL DEFAULT 0 CHECK (put_away IN (0, 1)),
    made_at  INTEGER NOT NULL,                                             -- UTC, ms
    words    TEXT    NOT NULL CHECK (words <> '')
) STRICT;

-- A time at which one was needed, from noticing it on. Every state may be the last.
CREATE TABLE boundary_uses (
    seq         INTEGER NOT NULL PRIMARY KEY,
    id          BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),           -- UUIDv7
    state       TEXT    NOT NULL CHECK (state IN ('noticed', 'limit_named', 'script_ready', 'said', 'not_said', 'respected',
                                                  'negotiated', 'ignored', 'reflected')),
    began_on    TEXT    NOT NULL CHECK (length(began_on) = 10),
    changed_on  TEXT    NOT NULL CHECK (length(changed_on) = 10),
    began_at    INTEGER NOT NULL,                                          -- UTC, ms
    sign        TEXT    CHECK (sign IN ('good', 'bad')),
    fits_values TEXT    CHECK (fits_values IN ('yes', 'no', 'unsure')),
    boundary    BLOB    CHECK (length(boundary) = 16),                     -- from `limit_named` on
    rung        TEXT    CHECK (rung IN ('easy', 'safe', 'harder', 'partner')),  -- from `script_ready` on
    outcome     TEXT    CHECK (outcome IN ('not_said', 'respected', 'negotiated', 'ignored')),
    outcome_on  TEXT    CHECK (length(outcome_on) = 10),                   -- logical day of the outcome
    relief      INTEGER CHECK (relief BETWEEN 0 AND 4),
    guilt       INTEGER CHECK (guilt BETWEEN 0 AND 4),
    afraid      INTEGER NOT NULL DEFAULT 0 CHECK (afraid IN (0, 1)),
    offer_seen  INTEGER NOT NULL DEFAULT 0 CHECK (offer_seen IN (0, 1)),   -- the safety page was offered for it, and put away
    person      TEXT    NOT NULL DEFAULT '',
    body        TEXT    NOT NULL DEFAULT '',
    script      TEXT    NOT NULL DEFAULT '',
    next_step   TEXT    NOT NULL DEFAULT '',
    CHECK ((outcome IS NULL) = (outcome_on IS NULL))
) STRICT;

-- How uses ended, by day, and nothing of what was written with them.
CREATE INDEX boundary_uses_by_outcome ON boundary_uses (outcome_on, outcome, rung) WHERE outcome IS NOT NULL;

-- Uses for which the safety page may be offered.
CREATE INDEX boundary_uses_of_concern ON boundary_uses (rung, person, outcome, afraid, offer_seen)
WHERE outcome = 'ignored' OR afraid = 1;

-- Together

-- A relationship check-in, from the first private line to what was learned of it. One is open at a time.
CREATE TABLE meetings (
    seq        INTEGER NOT NULL PRIMARY KEY,
    id         BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),            -- UUIDv7
    stage      TEXT    NOT NULL CHECK (stage IN ('preparing', 'choosing', 'meeting', 'agreeing', 'afterwards', 'done', 'ended_early')),
    begun_at   INTEGER NOT NULL,                                           -- UTC, ms
    begun_on   TEXT    NOT NULL CHECK (length(begun_on) = 10),
    held_on    TEXT    CHECK (length(held_on) = 10),                       -- the day it was started on; NULL before that
    minutes    INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 60),
    started_at INTEGER,                                                    -- UTC, ms: its time runs from then
    topic      INTEGER NOT NULL DEFAULT 0 CHECK (topic >= 0),              -- place of the one that is talked about
    turn       TEXT    NOT NULL DEFAULT 'me' CHECK (turn IN ('me', 'you')),
    felt       INTEGER CHECK (felt BETWEEN 0 AND 4),
    next_on    TEXT    CHECK (length(next_on) = 10),
    next_rule  BLOB    CHECK (length(next_rule) = 16),                     -- of the reminders; it can be gone there
    learned    TEXT    NOT NULL DEFAULT '',
    CHECK ((held_on IS NULL) = (started_at IS NULL))
) STRICT;

-- The one that is open.
CREATE INDEX meetings_open ON meetings (id) WHERE stage NOT IN ('done', 'ended_early');

-- What is written in private. It has no column that could show it anywhere else: what was chosen is a copy, below.
CREATE TABLE private_lines (
    seq        INTEGER NOT NULL PRIMARY KEY,
    id         BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),            -- UUIDv7
    meeting    BLOB    NOT NULL CHECK (length(meeting) = 16),
    heading    TEXT    NOT NULL CHECK (heading <> ''),
    written_at INTEGER NOT NULL,                                           -- UTC, ms
    text       TEXT    NOT NULL CHECK (text <> '')
) STRICT;

CREATE INDEX private_lines_by_meeting ON private_lines (meeting);

-- What is talked about: words that a person chose for it, line by line.
CREATE TABLE agenda_topics (
    seq      INTEGER NOT NULL PRIMARY KEY,
    id       BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),              -- UUIDv7
    meeting  BLOB    NOT NULL CHECK (length(meeting) = 16),
    line     BLOB    NOT NULL UNIQUE CHECK (length(line) = 16),            -- the private line it was chosen from
    heading  TEXT    NOT NULL CHECK (heading <> ''),
    position INTEGER NOT NULL,
    covered  INTEGER NOT NULL DEFAULT 0 CHECK (covered IN (0, 1)),
    text     TEXT    NOT NULL CHECK (text <> '')
) STRICT;

CREATE INDEX agenda_topics_by_meeting ON agenda_topics (meeting, position);

-- What was agreed on. It is open for as long as there is a day to look at it again.
CREATE TABLE agreements (
    seq       INTEGER NOT NULL PRIMARY KEY,
    id        BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),             -- UUIDv7
    meeting   BLOB    NOT NULL CHECK (length(meeting) = 16),
    who       TEXT    NOT NULL CHECK (who IN ('me', 'you', 'both')),
    made_on   TEXT    NOT NULL CHECK (length(made_on) = 10),
    review_on TEXT    CHECK (length(review_on) = 10),                      -- NULL once it is closed
    rule      BLOB    NOT NULL UNIQUE CHECK (length(rule) = 16),           -- of the reminders; it can be gone there
    what      TEXT    NOT NULL CHECK (what <> '')
) STRICT;

CREATE INDEX agreements_by_meeting ON agreements (meeting);

-- The open ones, by their day.
CREATE INDEX agreements_open ON agreements (review_on) WHERE review_on IS NOT NULL;

-- How it went, each time somebody looked. Kept for good.
CREATE TABLE agreement_reviews (
    seq         INTEGER NOT NULL PRIMARY KEY,
    agreement   BLOB    NOT NULL CHECK (length(agreement) = 16),
    outcome     TEXT    NOT NULL CHECK (outcome IN ('kept', 'partly', 'not_yet', 'let_go')),
    reviewed_on TEXT    NOT NULL CHECK (length(reviewed_on) = 10),
    reviewed_at INTEGER NOT NULL,                                          -- UTC, ms
    next_on     TEXT    CHECK (length(next_on) = 10),
    note        TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX agreement_reviews_by_agreement ON agreement_reviews (agreement);

-- What the reminders have still to be told. It is written with the thing itself, and goes when they know.
CREATE TABLE rule_errands (
    seq     INTEGER NOT NULL PRIMARY KEY,
    rule    BLOB    NOT NULL UNIQUE CHECK (length(rule) = 16),
    kind    TEXT    NOT NULL CHECK (kind IN ('together', 'agreement')),
    day     TEXT    CHECK (length(day) = 10),                              -- the day to remind on; NULL: none any more
    done_on TEXT    CHECK (length(done_on) = 10)                           -- a day on which nothing is to be asked any more
) STRICT;

-- Rules that are switched off for as long as care mode is on, and were on before.
CREATE TABLE rules_at_rest (
    seq  INTEGER NOT NULL PRIMARY KEY,
    rule BLOB    NOT NULL UNIQUE CHECK (length(rule) = 16)
) STRICT;

-- Ledger

-- Something that somebody carried: whose it was, and who did it.
CREATE TABLE ledger_entries (
    seq       INTEGER NOT NULL PRIMARY KEY,
    id        BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),             -- UUIDv7
    day       TEXT    NOT NULL CHECK (length(day) = 10),
    whose     TEXT    NOT NULL CHECK (whose IN ('mine', 'theirs', 'ours')),
    done_by   TEXT    NOT NULL CHECK (done_by IN ('me', 'them', 'both', 'nobody')),
    saved_at  INTEGER NOT NULL,                                            -- UTC, ms: when it was first saved
    edited_at INTEGER,                                                     -- UTC, ms: when it was last changed
    handed_on TEXT    CHECK (length(handed_on) = 10),                      -- the day on which it was made a step of a practice
    what      TEXT    NOT NULL CHECK (what <> ''),
    note      TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX ledger_entries_by_day ON ledger_entries (day);
