-- One change log for records of every kind. What was logged of needs stays under its numbers; the changes of
-- views and settings, which had logs of their own, come over behind it (the program reads the views, which were kept
-- whole as JSON, and then drops both tables).

CREATE TABLE change_7 (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  batch_id INTEGER NOT NULL REFERENCES batch (id),
  -- the record: its kind, and its number in the table of that kind
  kind     TEXT NOT NULL CHECK (kind IN ('need', 'review', 'state', 'person', 'organisation', 'activity', 'platform',
                                         'match', 'theme', 'document', 'view', 'setting')),
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
INSERT INTO change_7 (id, batch_id, kind, record, field, before, after, version)
  SELECT id, batch_id, 'need', need_id, field, before, after, version FROM change ORDER BY id;
-- The numbers go on where they were, also behind rows that are no longer there.
DELETE FROM sqlite_sequence WHERE name = 'change_7';
INSERT INTO sqlite_sequence (name, seq) SELECT 'change_7', seq FROM sqlite_sequence WHERE name = 'change';
DROP TABLE change;
ALTER TABLE change_7 RENAME TO change;
-- Nearly all changes are of needs: their index holds nothing but the need, the other one nothing of needs.
CREATE INDEX change_need ON change (record) WHERE kind = 'need';
CREATE INDEX change_record ON change (kind, record) WHERE kind <> 'need';
CREATE INDEX change_batch ON change (batch_id);
CREATE TRIGGER change_is_final BEFORE UPDATE ON change
BEGIN SELECT raise(ABORT, 'the change log is append-only'); END;
CREATE TRIGGER change_stays BEFORE DELETE ON change
BEGIN SELECT raise(ABORT, 'the change log is append-only'); END;

-- A view that is deleted stays in the table, so that its number means nothing else and its deletion can be undone.
ALTER TABLE saved_view ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1);
ALTER TABLE saved_view ADD COLUMN void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1));
DROP INDEX saved_view_name;
CREATE UNIQUE INDEX saved_view_name ON saved_view (name, coalesce(owner, '')) WHERE void = 0;

-- The number by which the log names a setting.
ALTER TABLE setting ADD COLUMN id INTEGER NOT NULL DEFAULT 0;
UPDATE setting SET id = (SELECT count(*) FROM setting s WHERE s.name <= setting.name);
CREATE UNIQUE INDEX setting_id ON setting (id);
