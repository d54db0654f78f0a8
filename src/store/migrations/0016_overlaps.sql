-- Marks of overlaps: two activities that seem to do the same work, and what somebody found out about them.

-- One mark a pair, the activity with the smaller number first. Activities are named by their numbers, which an import
-- leaves as they are.
CREATE TABLE overlap (
  id        INTEGER PRIMARY KEY,
  first_id  INTEGER NOT NULL REFERENCES activity (id),
  second_id INTEGER NOT NULL REFERENCES activity (id),
  mark      TEXT NOT NULL CHECK (mark IN ('coordinated', 'real', 'none')),
  -- the person's reason; '': none was given
  why       TEXT NOT NULL DEFAULT '',
  -- what both activities said of their periods, States, articles, providers and statuses as the mark was made, a line
  -- each; '': not recorded
  facts     TEXT NOT NULL DEFAULT '',
  -- who made it, as in batch.who, and when; '' and NULL: not recorded
  who       TEXT NOT NULL DEFAULT '',
  at        INTEGER,
  uuid      BLOB CHECK (length(uuid) = 16),
  origin    TEXT NOT NULL DEFAULT 'recorded' CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported')),
  version   INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  void      INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1)),
  UNIQUE (first_id, second_id),
  CHECK (first_id < second_id)
) STRICT;
CREATE INDEX overlap_second ON overlap (second_id);
CREATE UNIQUE INDEX overlap_uuid ON overlap (uuid);
CREATE TRIGGER overlap_uuid_given AFTER INSERT ON overlap WHEN new.uuid IS NULL
BEGIN
  UPDATE overlap SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END;
CREATE TRIGGER overlap_uuid_stays BEFORE UPDATE OF uuid, origin ON overlap
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END;

-- The log names marks too. A CHECK cannot be altered, so a new table takes the place of the old one.
DROP VIEW changes_readable;
DROP VIEW comments_readable;
CREATE TABLE change_16 (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  batch_id INTEGER NOT NULL REFERENCES batch (id),
  -- the record: its kind, and its number in the table of that kind
  kind     TEXT NOT NULL CHECK (kind IN ('need', 'review', 'state', 'person', 'organisation', 'activity', 'platform',
                                         'match', 'overlap', 'theme', 'document', 'comment', 'view', 'setting')),
  record   INTEGER NOT NULL,
  -- 'record': the record itself, which is 'there' or, NULL, is not;
  -- 'theme' of a need: all its themes, by English name in order, joined by '; '
  field    TEXT NOT NULL CHECK (field <> ''),
  before   TEXT,
  after    TEXT,
  -- the version of the record that this change made; the changes of one batch to one record share it
  version  INTEGER NOT NULL,
  CHECK (before IS NOT after)
) STRICT;
INSERT INTO change_16 (id, batch_id, kind, record, field, before, after, version)
  SELECT id, batch_id, kind, record, field, before, after, version FROM change ORDER BY id;
-- The numbers go on where they were, also behind rows that are no longer there.
DELETE FROM sqlite_sequence WHERE name = 'change_16';
INSERT INTO sqlite_sequence (name, seq) SELECT 'change_16', seq FROM sqlite_sequence WHERE name = 'change';
DROP TABLE change;
ALTER TABLE change_16 RENAME TO change;
CREATE INDEX change_need ON change (record) WHERE kind = 'need';
CREATE INDEX change_record ON change (kind, record) WHERE kind <> 'need';
CREATE INDEX change_batch ON change (batch_id);
CREATE INDEX change_facts ON change (batch_id)
  WHERE kind = 'need'
    AND field NOT IN ('priority', 'horizon', 'response', 'focal', 'notes', 'projected', 'theme', 'duplicate');
CREATE TRIGGER change_is_final BEFORE UPDATE ON change
BEGIN SELECT raise(ABORT, 'the change log is append-only'); END;
CREATE TRIGGER change_stays BEFORE DELETE ON change
BEGIN SELECT raise(ABORT, 'the change log is append-only'); END;
