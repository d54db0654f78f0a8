-- Comments on needs, how long a post is held, and the need that a merged one became a part of.

-- Signed remarks on needs. Who made one and when, the change log says; none is ever written over.
CREATE TABLE comment (
  id      INTEGER PRIMARY KEY,
  need_id INTEGER NOT NULL REFERENCES need (id),
  text    TEXT NOT NULL CHECK (text <> ''),
  uuid    BLOB CHECK (length(uuid) = 16),
  origin  TEXT NOT NULL DEFAULT 'recorded' CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported')),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  void    INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE INDEX comment_need ON comment (need_id);
CREATE UNIQUE INDEX comment_uuid ON comment (uuid);
CREATE TRIGGER comment_uuid_given AFTER INSERT ON comment WHEN new.uuid IS NULL
BEGIN
  UPDATE comment SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END;
CREATE TRIGGER comment_uuid_stays BEFORE UPDATE OF uuid, origin ON comment
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END;

-- From when to when a post is held, as precise as known. Whoever holds it no longer is offered nowhere; the log and
-- filters go on naming the post.
ALTER TABLE person ADD COLUMN since TEXT;
ALTER TABLE person ADD COLUMN until TEXT;

-- The need that a merged one became a part of. A merged need is void.
ALTER TABLE need ADD COLUMN merged_into INTEGER REFERENCES need (id)
  CHECK (merged_into IS NULL OR void = 1 AND merged_into <> id);
CREATE INDEX need_merged ON need (merged_into) WHERE merged_into IS NOT NULL;

-- The log names comments too. A CHECK cannot be altered, so a new table takes the place of the old one.
DROP VIEW changes_readable;
CREATE TABLE change_14 (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  batch_id INTEGER NOT NULL REFERENCES batch (id),
  -- the record: its kind, and its number in the table of that kind
  kind     TEXT NOT NULL CHECK (kind IN ('need', 'review', 'state', 'person', 'organisation', 'activity', 'platform',
                                         'match', 'theme', 'document', 'comment', 'view', 'setting')),
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
INSERT INTO change_14 (id, batch_id, kind, record, field, before, after, version)
  SELECT id, batch_id, kind, record, field, before, after, version FROM change ORDER BY id;
-- The numbers go on where they were, also behind rows that are no longer there.
DELETE FROM sqlite_sequence WHERE name = 'change_14';
INSERT INTO sqlite_sequence (name, seq) SELECT 'change_14', seq FROM sqlite_sequence WHERE name = 'change';
DROP TABLE change;
ALTER TABLE change_14 RENAME TO change;
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
