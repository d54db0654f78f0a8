-- The files that records were imported from: one row a batch that an import has written.

CREATE TABLE import (
  batch_id INTEGER PRIMARY KEY REFERENCES batch (id),
  -- what was imported
  target   TEXT NOT NULL CHECK (target IN ('needs', 'reviews', 'people', 'activities')),
  -- the name of the file without its folder; '-': standard input
  file     TEXT NOT NULL CHECK (file <> ''),
  -- SHA-256 of its bytes, hexadecimal
  sha256   TEXT NOT NULL CHECK (length(sha256) = 64),
  -- the meaning of its columns, in TOML
  mapping  TEXT NOT NULL,
  -- how many rows were read, and how many records were added or changed
  rows     INTEGER NOT NULL CHECK (rows >= 0),
  written  INTEGER NOT NULL CHECK (written >= 0)
) STRICT;
CREATE INDEX import_sha256 ON import (sha256);
CREATE TRIGGER import_is_final BEFORE UPDATE ON import
BEGIN SELECT raise(ABORT, 'the change log is append-only'); END;
CREATE TRIGGER import_stays BEFORE DELETE ON import
BEGIN SELECT raise(ABORT, 'the change log is append-only'); END;
