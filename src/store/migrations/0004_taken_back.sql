-- The moment of a need's last change is that of the last write that stands: what was taken back
-- does not count. Until now an undo was a change like any other.
UPDATE need SET changed_at = (
  SELECT b.at FROM change c JOIN batch b ON b.id = c.batch_id
  WHERE c.need_id = need.id AND b.undoes IS NULL AND (
    WITH RECURSIVE chain (id) AS (
      VALUES (b.id)
      UNION ALL
      SELECT u.id FROM chain JOIN batch u ON u.undoes = chain.id
      WHERE EXISTS (SELECT 1 FROM change k WHERE +k.batch_id = u.id AND k.need_id = need.id
                    AND k.field = c.field))
    SELECT count(*) % 2 = 1 FROM chain)
  ORDER BY c.id DESC LIMIT 1)
WHERE id IN (SELECT c.need_id FROM change c JOIN batch b ON b.id = c.batch_id
             WHERE b.undoes IS NOT NULL);

-- What people did to saved views, the record that their undo goes by. Views are kept whole, as JSON.
CREATE TABLE view_change (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  at     INTEGER NOT NULL,
  who    TEXT NOT NULL CHECK (who <> ''),
  -- the view under its name and owner; NULL: there was none, or is none since
  before TEXT CHECK (json_valid(before)),
  after  TEXT CHECK (json_valid(after)),
  -- 'undone' can be done again; 'passed' can neither be undone nor done again
  state  TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'passed')),
  CHECK (before IS NOT after)
) STRICT;
CREATE INDEX view_change_who ON view_change (who, state);

-- One draft a running program, so that two sessions of one person do not write over each other's.
CREATE TABLE draft_4 (
  who     TEXT NOT NULL CHECK (who <> ''),
  need_id INTEGER NOT NULL REFERENCES need (id) ON DELETE CASCADE,
  session INTEGER NOT NULL,
  text    TEXT NOT NULL,
  -- the version of the need that the writer saw
  version INTEGER NOT NULL,
  at      INTEGER NOT NULL,
  PRIMARY KEY (who, need_id, session)
) STRICT, WITHOUT ROWID;
INSERT INTO draft_4 SELECT who, need_id, 0, text, version, at FROM draft;
DROP TABLE draft;
ALTER TABLE draft_4 RENAME TO draft;
CREATE INDEX draft_need ON draft (need_id);
