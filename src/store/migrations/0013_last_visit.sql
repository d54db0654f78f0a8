-- How each person left the screens last, and up to which change they have seen the register. None of it is logged.

CREATE TABLE last_visit (
  id      INTEGER PRIMARY KEY,
  -- as in batch.who
  who     TEXT NOT NULL UNIQUE CHECK (who <> ''),
  -- the screen, its order and its columns, as saved_view has them
  screen  TEXT NOT NULL,
  sort    TEXT NOT NULL,
  columns TEXT NOT NULL,
  -- the last change seen, 0 before the first, and the moment when the person left; NULL: not left yet
  change  INTEGER CHECK (change >= 0),
  at      INTEGER,
  CHECK ((change IS NULL) = (at IS NULL))
) STRICT;
