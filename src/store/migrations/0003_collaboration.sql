-- Several people at one register: three more triage fields, who has which need open, unfinished
-- notes, views of people who hold no post, and a cheap way to see that the needs are the same.
-- Two vocabularies that the first version left open are closed, and a need's category is of its cycle.

-- A CHECK cannot be added to a column that is there, so a new column takes its place.
-- The language of a text is a code of ISO 639; a need's text may be in any of them.
ALTER TABLE need RENAME COLUMN language TO language_1;
ALTER TABLE need ADD COLUMN language TEXT NOT NULL DEFAULT 'und'
  CHECK (language GLOB '[a-z][a-z]' OR language GLOB '[a-z][a-z][a-z]');
UPDATE need SET language = language_1;
ALTER TABLE need DROP COLUMN language_1;

-- What has become of an activity; 'intended': an aspiration that still looks for its funds. Its kind
-- and that of an organisation stay the words of the source, and so does an organisation's role.
ALTER TABLE activity RENAME COLUMN status TO status_1;
ALTER TABLE activity ADD COLUMN status TEXT
  CHECK (status IN ('intended', 'planned', 'in preparation', 'ongoing', 'done', 'published'));
UPDATE activity SET status = CASE WHEN status_1 LIKE 'aspiration%' THEN 'intended'
                                  ELSE nullif(status_1, '') END;
ALTER TABLE activity DROP COLUMN status_1;

-- Each cycle has its own list of categories.
CREATE TRIGGER need_category_in BEFORE INSERT ON need
WHEN (SELECT c.cycle <> r.cycle FROM category c, review r
      WHERE c.id = new.category_id AND r.id = new.review_id)
BEGIN SELECT raise(ABORT, 'the category is not of the review''s cycle'); END;
CREATE TRIGGER need_category BEFORE UPDATE OF category_id, review_id ON need
WHEN (SELECT c.cycle <> r.cycle FROM category c, review r
      WHERE c.id = new.category_id AND r.id = new.review_id)
BEGIN SELECT raise(ABORT, 'the category is not of the review''s cycle'); END;

-- The day by which a projected need is expected, and the need that one repeats.
ALTER TABLE need ADD COLUMN projected_on TEXT CHECK (projected_on IS date(projected_on));
ALTER TABLE need ADD COLUMN duplicate_of INTEGER REFERENCES need (id) CHECK (duplicate_of <> id);
CREATE INDEX need_duplicate ON need (duplicate_of) WHERE duplicate_of IS NOT NULL;

-- The log takes the new fields. A CHECK cannot be altered, so the table is made anew: the same
-- rows under the same numbers.
CREATE TABLE change_3 (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  batch_id INTEGER NOT NULL REFERENCES batch (id),
  need_id  INTEGER NOT NULL REFERENCES need (id),
  -- 'theme': all themes of the need, by English name in order, joined by '; '
  field    TEXT NOT NULL CHECK (field IN ('priority', 'horizon', 'response', 'focal', 'notes',
                                          'projected', 'theme', 'duplicate')),
  before   TEXT,
  after    TEXT,
  -- the version of the need that this change made; the changes of one batch to one need share it
  version  INTEGER NOT NULL,
  CHECK (before IS NOT after)
) STRICT;
INSERT INTO change_3 (id, batch_id, need_id, field, before, after, version)
  SELECT id, batch_id, need_id, field, before, after, version FROM change ORDER BY id;
DROP TABLE change;
ALTER TABLE change_3 RENAME TO change;
CREATE INDEX change_need ON change (need_id);
CREATE INDEX change_batch ON change (batch_id);
CREATE TRIGGER change_is_final BEFORE UPDATE ON change
BEGIN SELECT raise(ABORT, 'the change log is append-only'); END;
CREATE TRIGGER change_stays BEFORE DELETE ON change
BEGIN SELECT raise(ABORT, 'the change log is append-only'); END;
-- The log of a day.
CREATE INDEX batch_at ON batch (at);

-- A view belongs to whoever saved it, with or without a post.
CREATE TABLE saved_view_3 (
  id       INTEGER PRIMARY KEY,
  name     TEXT NOT NULL CHECK (name <> ''),
  -- whose view, as in batch.who; NULL: everybody's
  owner    TEXT CHECK (owner <> ''),
  screen   TEXT NOT NULL,
  filter   TEXT NOT NULL,
  sort     TEXT NOT NULL DEFAULT '',
  columns  TEXT NOT NULL DEFAULT '',
  grouping TEXT NOT NULL DEFAULT '',
  measure  TEXT NOT NULL DEFAULT 'needs' CHECK (measure IN ('needs', 'states', 'reviews')),
  key      TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO saved_view_3 (id, name, owner, screen, filter, sort, columns, grouping, measure, key)
  SELECT v.id, v.name, p.code, v.screen, v.filter, v.sort, v.columns, v.grouping, v.measure, v.key
  FROM saved_view v LEFT JOIN person p ON p.id = v.owner_id ORDER BY v.id;
DROP TABLE saved_view;
ALTER TABLE saved_view_3 RENAME TO saved_view;
CREATE UNIQUE INDEX saved_view_name ON saved_view (name, coalesce(owner, ''));

-- Who has which need open. A row holds for a minute unless it is renewed; it is never a lock.
CREATE TABLE presence (
  -- one running program
  session INTEGER PRIMARY KEY,
  who     TEXT NOT NULL CHECK (who <> ''),
  need_id INTEGER NOT NULL REFERENCES need (id) ON DELETE CASCADE,
  -- the moment up to which the row holds
  until   INTEGER NOT NULL
) STRICT;
CREATE INDEX presence_need ON presence (need_id);

-- Notes that somebody has begun and not yet written.
CREATE TABLE draft (
  who     TEXT NOT NULL CHECK (who <> ''),
  need_id INTEGER NOT NULL REFERENCES need (id) ON DELETE CASCADE,
  text    TEXT NOT NULL,
  -- the version of the need that the writer saw
  version INTEGER NOT NULL,
  at      INTEGER NOT NULL,
  PRIMARY KEY (who, need_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_need ON draft (need_id);

-- How often needs or their links were changed without a line in the change log: while the number
-- stays, the log says all that has changed, whatever else (presence, drafts, views) was written.
CREATE TABLE unlogged (
  one    INTEGER PRIMARY KEY CHECK (one = 1),
  number INTEGER NOT NULL
) STRICT;
INSERT INTO unlogged VALUES (1, 0);
CREATE TRIGGER unlogged_need_in AFTER INSERT ON need
BEGIN UPDATE unlogged SET number = number + 1; END;
CREATE TRIGGER unlogged_need_out AFTER DELETE ON need
BEGIN UPDATE unlogged SET number = number + 1; END;
CREATE TRIGGER unlogged_need AFTER UPDATE OF id, review_id, category_id, text, language, document,
  paragraph, identified_on ON need
BEGIN UPDATE unlogged SET number = number + 1; END;
CREATE TRIGGER unlogged_article_in AFTER INSERT ON need_article
BEGIN UPDATE unlogged SET number = number + 1; END;
CREATE TRIGGER unlogged_article_out AFTER DELETE ON need_article
BEGIN UPDATE unlogged SET number = number + 1; END;
CREATE TRIGGER unlogged_theme_in AFTER INSERT ON need_theme
BEGIN UPDATE unlogged SET number = number + 1; END;
CREATE TRIGGER unlogged_theme_out AFTER DELETE ON need_theme
BEGIN UPDATE unlogged SET number = number + 1; END;
CREATE TRIGGER unlogged_theme AFTER UPDATE ON need_theme
BEGIN UPDATE unlogged SET number = number + 1; END;
CREATE TRIGGER unlogged_activity_in AFTER INSERT ON need_activity
BEGIN UPDATE unlogged SET number = number + 1; END;
CREATE TRIGGER unlogged_activity_out AFTER DELETE ON need_activity
BEGIN UPDATE unlogged SET number = number + 1; END;
CREATE TRIGGER unlogged_activity AFTER UPDATE ON need_activity
BEGIN UPDATE unlogged SET number = number + 1; END;
