-- Which record is which, everywhere: a UUID beside each number, and where the record comes from. The program fills both in
-- what is there (`meta.id` is the register's own id, from which they are derived); 0011_identity_rules.sql then holds them.
-- `published`: stated by a published document; `illustrative`: made up; `recorded`: by somebody, here; `imported`: from a file.

ALTER TABLE need ADD COLUMN uuid BLOB CHECK (length(uuid) = 16);
ALTER TABLE need ADD COLUMN origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported'));

ALTER TABLE review ADD COLUMN uuid BLOB CHECK (length(uuid) = 16);
ALTER TABLE review ADD COLUMN origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported'));

ALTER TABLE state ADD COLUMN uuid BLOB CHECK (length(uuid) = 16);
ALTER TABLE state ADD COLUMN origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported'));

ALTER TABLE person ADD COLUMN uuid BLOB CHECK (length(uuid) = 16);
ALTER TABLE person ADD COLUMN origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported'));

ALTER TABLE organisation ADD COLUMN uuid BLOB CHECK (length(uuid) = 16);
ALTER TABLE organisation ADD COLUMN origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported'));

ALTER TABLE activity ADD COLUMN uuid BLOB CHECK (length(uuid) = 16);
ALTER TABLE activity ADD COLUMN origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported'));

-- It has its origin.
ALTER TABLE need_activity ADD COLUMN uuid BLOB CHECK (length(uuid) = 16);

ALTER TABLE theme ADD COLUMN uuid BLOB CHECK (length(uuid) = 16);
ALTER TABLE theme ADD COLUMN origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported'));

ALTER TABLE saved_view ADD COLUMN uuid BLOB CHECK (length(uuid) = 16);
ALTER TABLE saved_view ADD COLUMN origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported'));

ALTER TABLE platform ADD COLUMN uuid BLOB CHECK (length(uuid) = 16);
ALTER TABLE platform ADD COLUMN origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported'));

ALTER TABLE document ADD COLUMN uuid BLOB CHECK (length(uuid) = 16);
ALTER TABLE document ADD COLUMN origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported'));
