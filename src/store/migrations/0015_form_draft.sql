-- What was typed into forms that are not saved, one for each form and session. None of it is logged.

CREATE TABLE form_draft (
  -- as in batch.who
  who     TEXT NOT NULL CHECK (who <> ''),
  -- the kind of record, and the number of the record or, for needs entered in a row, of their review
  form    TEXT NOT NULL CHECK (form <> ''),
  session INTEGER NOT NULL,
  -- the words by the codes of the fields, as a JSON object
  text    TEXT NOT NULL,
  -- the version of the record that the writer saw; 0 for a new one
  version INTEGER NOT NULL CHECK (version >= 0),
  at      INTEGER NOT NULL,
  PRIMARY KEY (who, form, session)
) STRICT, WITHOUT ROWID;
