-- Schema 3: finding entries by what they say. The indexes hold words and no text: what they are made of is in `entry`
-- alone, and they can be made anew from it at any time. They know nothing of the trash: a trashed entry leaves them, and
-- comes back into them when it is restored.

-- What Rust knows of a text and SQL cannot work out (journal::query::search_form). NULL: the text itself is indexed.
ALTER TABLE entry ADD COLUMN unbroken INTEGER NOT NULL DEFAULT 0 CHECK (unbroken IN (0, 1)); -- a script without breaks between words
ALTER TABLE entry ADD COLUMN folded_title TEXT;
ALTER TABLE entry ADD COLUMN folded_body TEXT;

-- Kept small by their conditions, and in the order in which the other conditions of a search come: by `seq`.
CREATE INDEX entry_starred ON entry (starred) WHERE starred = 1 AND trashed_at IS NULL;
CREATE INDEX entry_unbroken ON entry (unbroken) WHERE unbroken = 1 AND trashed_at IS NULL;

-- What is indexed.
CREATE VIEW entry_text (seq, title, body) AS
SELECT seq, coalesce(folded_title, title), coalesce(folded_body, body) FROM entry WHERE trashed_at IS NULL;

CREATE VIEW entry_unbroken_text (seq, title, body) AS
SELECT seq, coalesce(folded_title, title), coalesce(folded_body, body) FROM entry WHERE unbroken = 1 AND trashed_at IS NULL;

-- Words. The marks that carry vowels in many scripts are parts of them.
CREATE VIRTUAL TABLE entry_words USING fts5 (
    title, body,
    content = 'entry_text', content_rowid = 'seq',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);

-- Every three characters in a row, of entries in which spaces do not part the words.
CREATE VIRTUAL TABLE entry_grams USING fts5 (
    title, body,
    content = 'entry_unbroken_text', content_rowid = 'seq',
    tokenize = 'trigram case_sensitive 1'
);

-- What is taken out is gone from the pages, not just marked. And a page of the index fits into one of the file, which
-- SQLCipher leaves 4016 bytes: with the 4050 that FTS5 takes by itself, every page would need a second one.
INSERT INTO entry_words (entry_words, rank) VALUES ('secure-delete', 1);
INSERT INTO entry_words (entry_words, rank) VALUES ('pgsz', 3900);
INSERT INTO entry_grams (entry_grams, rank) VALUES ('secure-delete', 1);
INSERT INTO entry_grams (entry_grams, rank) VALUES ('pgsz', 3900);

-- Taking out needs the very text that was put in: the old one, as it was.
CREATE TRIGGER entry_indexed AFTER INSERT ON entry WHEN NEW.trashed_at IS NULL
BEGIN
    INSERT INTO entry_words (rowid, title, body)
    VALUES (NEW.seq, coalesce(NEW.folded_title, NEW.title), coalesce(NEW.folded_body, NEW.body));
    INSERT INTO entry_grams (rowid, title, body)
    SELECT NEW.seq, coalesce(NEW.folded_title, NEW.title), coalesce(NEW.folded_body, NEW.body) WHERE NEW.unbroken = 1;
END;

CREATE TRIGGER entry_unindexed AFTER DELETE ON entry WHEN OLD.trashed_at IS NULL
BEGIN
    INSERT INTO entry_words (entry_words, rowid, title, body)
    VALUES ('delete', OLD.seq, coalesce(OLD.folded_title, OLD.title), coalesce(OLD.folded_body, OLD.body));
    INSERT INTO entry_grams (entry_grams, rowid, title, body)
    SELECT 'delete', OLD.seq, coalesce(OLD.folded_title, OLD.title), coalesce(OLD.folded_body, OLD.body) WHERE OLD.unbroken = 1;
END;

-- A mood, a star or a new day is no new text, and going into the trash is none either way.
CREATE TRIGGER entry_reindexed AFTER UPDATE ON entry
WHEN (OLD.trashed_at IS NULL) <> (NEW.trashed_at IS NULL)
  OR (NEW.trashed_at IS NULL
      AND (OLD.seq, OLD.unbroken, OLD.title, OLD.body) IS NOT (NEW.seq, NEW.unbroken, NEW.title, NEW.body))
  OR (NEW.trashed_at IS NULL
      AND (OLD.folded_title, OLD.folded_body) IS NOT (NEW.folded_title, NEW.folded_body))
BEGIN
    INSERT INTO entry_words (entry_words, rowid, title, body)
    SELECT 'delete', OLD.seq, coalesce(OLD.folded_title, OLD.title), coalesce(OLD.folded_body, OLD.body)
    WHERE OLD.trashed_at IS NULL;
    INSERT INTO entry_grams (entry_grams, rowid, title, body)
    SELECT 'delete', OLD.seq, coalesce(OLD.folded_title, OLD.title), coalesce(OLD.folded_body, OLD.body)
    WHERE OLD.trashed_at IS NULL AND OLD.unbroken = 1;
    INSERT INTO entry_words (rowid, title, body)
    SELECT NEW.seq, coalesce(NEW.folded_title, NEW.title), coalesce(NEW.folded_body, NEW.body)
    WHERE NEW.trashed_at IS NULL;
    INSERT INTO entry_grams (rowid, title, body)
    SELECT NEW.seq, coalesce(NEW.folded_title, NEW.title), coalesce(NEW.folded_body, NEW.body)
    WHERE NEW.trashed_at IS NULL AND NEW.unbroken = 1;
END;

INSERT INTO entry_words (entry_words) VALUES ('rebuild');
INSERT INTO entry_grams (entry_grams) VALUES ('rebuild');
