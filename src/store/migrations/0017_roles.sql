-- What a person may do and sees in a session, the keys by which a person comes, and who is here.

-- NULL: the role that goes with the kind of the post; everything is seen.
ALTER TABLE person ADD COLUMN role TEXT
  CHECK (role IN ('reader', 'focal-point', 'adviser', 'officer', 'administrator'));
ALTER TABLE person ADD COLUMN sees TEXT CHECK (sees IN ('everything', 'own-state', 'no-names'));

-- Public keys, as in a line of authorized_keys without options and comment. A key belongs to one person.
CREATE TABLE person_key (
  person_id INTEGER NOT NULL REFERENCES person (id),
  key       TEXT NOT NULL UNIQUE CHECK (key <> ''),
  PRIMARY KEY (person_id, key)
) STRICT, WITHOUT ROWID;

-- The fingerprint of the key by which the writer came; NULL: outside a session, or not known.
ALTER TABLE batch ADD COLUMN key TEXT CHECK (key <> '');

-- The sessions that are open. A row holds for a minute unless it is renewed. None of it is logged.
CREATE TABLE session (
  id    INTEGER PRIMARY KEY,
  who   TEXT NOT NULL CHECK (who <> ''),
  role  TEXT NOT NULL,
  -- the fingerprint of the key by which it came; NULL: not known
  key   TEXT CHECK (key <> ''),
  since INTEGER NOT NULL,
  -- the moment up to which the row holds
  until INTEGER NOT NULL,
  -- who has ended it; NULL: it goes on
  ended TEXT CHECK (ended <> '')
) STRICT;

DROP VIEW changes_readable;
