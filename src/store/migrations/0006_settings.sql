-- What the register is set to, the same for everybody, and who has changed it.
CREATE TABLE setting (
  name    TEXT PRIMARY KEY CHECK (name <> ''),
  value   TEXT NOT NULL,
  -- raised by every change
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  -- a number of days in figures, from 1 to 3,650
  CHECK (name <> 'overdue-days' OR (value = CAST(CAST(value AS INTEGER) AS TEXT)
                                    AND CAST(value AS INTEGER) BETWEEN 1 AND 3650))
) STRICT, WITHOUT ROWID;
INSERT INTO setting (name, value) VALUES ('overdue-days', '90');

CREATE TABLE setting_change (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  at      INTEGER NOT NULL,
  who     TEXT NOT NULL CHECK (who <> ''),
  name    TEXT NOT NULL REFERENCES setting (name),
  before  TEXT NOT NULL,
  after   TEXT NOT NULL,
  -- the version of the setting that the change made
  version INTEGER NOT NULL,
  CHECK (before <> after)
) STRICT;
CREATE TRIGGER setting_change_is_final BEFORE UPDATE ON setting_change
BEGIN SELECT raise(ABORT, 'the change log is append-only'); END;
CREATE TRIGGER setting_change_stays BEFORE DELETE ON setting_change
BEGIN SELECT raise(ABORT, 'the change log is append-only'); END;
