--- index activity_uuid activity
CREATE UNIQUE INDEX activity_uuid ON activity (uuid)
--- index batch_at batch
CREATE INDEX batch_at ON batch (at)
--- index batch_who batch
CREATE INDEX batch_who ON batch (who)
--- index change_batch change
CREATE INDEX change_batch ON change (batch_id)
--- index change_need change
CREATE INDEX change_need ON change (need_id)
--- index draft_need draft
CREATE INDEX draft_need ON draft (need_id)
--- index need_activity_activity need_activity
CREATE INDEX need_activity_activity ON need_activity (activity_id)
--- index need_activity_uuid need_activity
CREATE UNIQUE INDEX need_activity_uuid ON need_activity (uuid)
--- index need_duplicate need
CREATE INDEX need_duplicate ON need (duplicate_of) WHERE duplicate_of IS NOT NULL
--- index need_focal_point need
CREATE INDEX need_focal_point ON need (focal_point_id)
--- index need_review need
CREATE INDEX need_review ON need (review_id)
--- index need_theme_theme need_theme
CREATE INDEX need_theme_theme ON need_theme (theme_id)
--- index need_uuid need
CREATE UNIQUE INDEX need_uuid ON need (uuid)
--- index organisation_uuid organisation
CREATE UNIQUE INDEX organisation_uuid ON organisation (uuid)
--- index person_state person
CREATE INDEX person_state ON person (state_id)
--- index person_uuid person
CREATE UNIQUE INDEX person_uuid ON person (uuid)
--- index presence_need presence
CREATE INDEX presence_need ON presence (need_id)
--- index review_uuid review
CREATE UNIQUE INDEX review_uuid ON review (uuid)
--- index saved_view_name saved_view
CREATE UNIQUE INDEX saved_view_name ON saved_view (name, coalesce(owner, ''))
--- index saved_view_uuid saved_view
CREATE UNIQUE INDEX saved_view_uuid ON saved_view (uuid)
--- index sqlite_autoindex_activity_1 activity
--- index sqlite_autoindex_batch_1 batch
--- index sqlite_autoindex_category_1 category
--- index sqlite_autoindex_organisation_1 organisation
--- index sqlite_autoindex_person_1 person
--- index sqlite_autoindex_review_1 review
--- index sqlite_autoindex_state_1 state
--- index sqlite_autoindex_state_2 state
--- index sqlite_autoindex_theme_1 theme
--- index state_adviser state
CREATE INDEX state_adviser ON state (adviser_id)
--- index state_region state
CREATE INDEX state_region ON state (region)
--- index state_uuid state
CREATE UNIQUE INDEX state_uuid ON state (uuid)
--- index theme_uuid theme
CREATE UNIQUE INDEX theme_uuid ON theme (uuid)
--- index view_change_who view_change
CREATE INDEX view_change_who ON view_change (who, state)
--- table activity activity
CREATE TABLE activity (
  id          INTEGER PRIMARY KEY,
  code        TEXT NOT NULL UNIQUE,
  kind        TEXT NOT NULL,
  level       TEXT NOT NULL CHECK (level IN ('global', 'regional', 'national')),
  region_text TEXT NOT NULL DEFAULT '',
  place       TEXT NOT NULL DEFAULT '',
  -- countries that the source counts without naming ("13 Pacific island countries")
  unnamed_states INTEGER CHECK (unnamed_states > 0),
  -- as precise as the source: YYYY, YYYY-MM or YYYY-MM-DD
  starts_on   TEXT,
  ends_on     TEXT,
  date_text   TEXT NOT NULL DEFAULT '',
  themes      TEXT NOT NULL DEFAULT '',
  participants TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL,
  document    TEXT NOT NULL,
  paragraph   TEXT NOT NULL,
  uncertainty TEXT NOT NULL DEFAULT ''
, status TEXT
  CHECK (status IN ('intended', 'planned', 'in preparation', 'ongoing', 'done', 'published')), description_zh TEXT NOT NULL DEFAULT '', date_text_zh TEXT NOT NULL DEFAULT '', uuid BLOB CHECK (length(uuid) = 16), origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported'))) STRICT
--- table activity_article activity_article
CREATE TABLE activity_article (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  article     INTEGER NOT NULL REFERENCES article (number),
  PRIMARY KEY (activity_id, article)
) STRICT, WITHOUT ROWID
--- table activity_chapter activity_chapter
CREATE TABLE activity_chapter (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  chapter     INTEGER NOT NULL CHECK (chapter BETWEEN 2 AND 6),
  PRIMARY KEY (activity_id, chapter)
) STRICT, WITHOUT ROWID
--- table activity_organisation activity_organisation
CREATE TABLE activity_organisation (
  activity_id     INTEGER NOT NULL REFERENCES activity (id),
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  role            TEXT NOT NULL CHECK (role IN ('provider', 'partner', 'donor')),
  PRIMARY KEY (activity_id, organisation_id, role)
) STRICT, WITHOUT ROWID
--- table activity_state activity_state
CREATE TABLE activity_state (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  state_id    INTEGER NOT NULL REFERENCES state (id),
  role        TEXT NOT NULL CHECK (role IN ('helped', 'host')),
  PRIMARY KEY (activity_id, state_id, role)
) STRICT, WITHOUT ROWID
--- table article article
CREATE TABLE article (
  number   INTEGER PRIMARY KEY CHECK (number BETWEEN 5 AND 62),
  chapter  INTEGER NOT NULL CHECK (chapter BETWEEN 2 AND 6),
  title_en TEXT NOT NULL,
  title_zh TEXT NOT NULL
) STRICT
--- table batch batch
CREATE TABLE batch (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  at     INTEGER NOT NULL,
  who    TEXT NOT NULL CHECK (who <> ''),
  note   TEXT NOT NULL DEFAULT '',
  -- the batch that this one takes back
  undoes INTEGER UNIQUE REFERENCES batch (id)
) STRICT
--- table category category
CREATE TABLE category (
  id      INTEGER PRIMARY KEY,
  code    TEXT NOT NULL UNIQUE,
  cycle   INTEGER NOT NULL CHECK (cycle IN (1, 2)),
  name_en TEXT NOT NULL,
  name_zh TEXT NOT NULL,
  aliases TEXT NOT NULL DEFAULT ''
) STRICT
--- table change change
CREATE TABLE "change" (
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
) STRICT
--- table draft draft
CREATE TABLE "draft" (
  who     TEXT NOT NULL CHECK (who <> ''),
  need_id INTEGER NOT NULL REFERENCES need (id) ON DELETE CASCADE,
  session INTEGER NOT NULL,
  text    TEXT NOT NULL,
  -- the version of the need that the writer saw
  version INTEGER NOT NULL,
  at      INTEGER NOT NULL,
  PRIMARY KEY (who, need_id, session)
) STRICT, WITHOUT ROWID
--- table meta meta
CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID
--- table need need
CREATE TABLE need (
  id            INTEGER PRIMARY KEY,
  review_id     INTEGER NOT NULL REFERENCES review (id),
  category_id   INTEGER REFERENCES category (id),
  text          TEXT NOT NULL CHECK (text <> ''),
  -- the language of the text: en, zh, fr, es, ru, ar
  document      TEXT NOT NULL DEFAULT '',
  paragraph     TEXT NOT NULL DEFAULT '',
  identified_on TEXT CHECK (identified_on IS date(identified_on)),
  priority      TEXT CHECK (priority IN ('high', 'medium', 'low')),
  horizon       TEXT CHECK (horizon IN ('current', 'projected')),
  response      TEXT CHECK (response IN ('unmet', 'planned', 'under way', 'met', 'withdrawn')),
  focal_point_id INTEGER REFERENCES person (id),
  notes         TEXT NOT NULL DEFAULT '',
  -- 1 at first, one more with every write; a writer says which version it saw
  version       INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  -- the moment of the last change, NULL before the first; kept here because every list sorts by it
  changed_at    INTEGER
, language TEXT NOT NULL DEFAULT 'und'
  CHECK (language GLOB '[a-z][a-z]' OR language GLOB '[a-z][a-z][a-z]'), projected_on TEXT CHECK (projected_on IS date(projected_on)), duplicate_of INTEGER REFERENCES need (id) CHECK (duplicate_of <> id), uuid BLOB CHECK (length(uuid) = 16), origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported'))) STRICT
--- table need_activity need_activity
CREATE TABLE need_activity (
  need_id     INTEGER NOT NULL REFERENCES need (id),
  activity_id INTEGER NOT NULL REFERENCES activity (id), uuid BLOB CHECK (length(uuid) = 16), origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported')),
  PRIMARY KEY (need_id, activity_id)
) STRICT, WITHOUT ROWID
--- table need_article need_article
CREATE TABLE need_article (
  need_id INTEGER NOT NULL REFERENCES need (id),
  article INTEGER NOT NULL REFERENCES article (number),
  PRIMARY KEY (need_id, article)
) STRICT, WITHOUT ROWID
--- table need_theme need_theme
CREATE TABLE need_theme (
  need_id  INTEGER NOT NULL REFERENCES need (id),
  theme_id INTEGER NOT NULL REFERENCES theme (id),
  PRIMARY KEY (need_id, theme_id)
) STRICT, WITHOUT ROWID
--- table organisation organisation
CREATE TABLE organisation (
  id      INTEGER PRIMARY KEY,
  code    TEXT NOT NULL UNIQUE,
  name_en TEXT NOT NULL,
  name_zh TEXT NOT NULL,
  kind    TEXT NOT NULL,
  role    TEXT NOT NULL
, role_zh TEXT NOT NULL DEFAULT '', uuid BLOB CHECK (length(uuid) = 16), origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported'))) STRICT
--- table person person
CREATE TABLE person (
  id      INTEGER PRIMARY KEY,
  code    TEXT NOT NULL UNIQUE CHECK (code <> ''),
  kind    TEXT NOT NULL CHECK (kind IN ('focal point', 'adviser', 'officer')),
  post_en TEXT NOT NULL,
  post_zh TEXT NOT NULL,
  -- the State that a focal point speaks for
  state_id INTEGER REFERENCES state (id) DEFERRABLE INITIALLY DEFERRED
, uuid BLOB CHECK (length(uuid) = 16), origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported'))) STRICT
--- table presence presence
CREATE TABLE presence (
  -- one running program
  session INTEGER PRIMARY KEY,
  who     TEXT NOT NULL CHECK (who <> ''),
  need_id INTEGER NOT NULL REFERENCES need (id) ON DELETE CASCADE,
  -- the moment up to which the row holds
  until   INTEGER NOT NULL
) STRICT
--- table review review
CREATE TABLE review (
  id       INTEGER PRIMARY KEY,
  state_id INTEGER NOT NULL REFERENCES state (id),
  cycle    INTEGER NOT NULL CHECK (cycle IN (1, 2)),
  -- whether stakeholders outside government took part (paragraph 84 of the note); NULL: not stated
  stakeholders INTEGER CHECK (stakeholders IN (0, 1)),
  reviewer1_id INTEGER REFERENCES state (id),
  reviewer2_id INTEGER REFERENCES state (id), uuid BLOB CHECK (length(uuid) = 16), origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported')),
  UNIQUE (state_id, cycle),
  CHECK (reviewer1_id <> state_id AND reviewer2_id <> state_id AND reviewer1_id <> reviewer2_id)
) STRICT
--- table review_step review_step
CREATE TABLE review_step (
  review_id INTEGER NOT NULL REFERENCES review (id),
  step      TEXT NOT NULL CHECK (step IN ('started', 'self-assessment', 'desk-review',
                                          'direct-dialogue', 'executive-summary', 'country-report')),
  on_date   TEXT NOT NULL CHECK (on_date IS date(on_date)),
  -- for the direct dialogue: how it was held
  dialogue  TEXT CHECK (dialogue IN ('country visit', 'joint meeting')),
  PRIMARY KEY (review_id, step),
  CHECK (dialogue IS NULL OR step = 'direct-dialogue')
) STRICT, WITHOUT ROWID
--- table saved_view saved_view
CREATE TABLE "saved_view" (
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
, uuid BLOB CHECK (length(uuid) = 16), origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported'))) STRICT
--- table setting setting
CREATE TABLE setting (
  name    TEXT PRIMARY KEY CHECK (name <> ''),
  value   TEXT NOT NULL,
  -- raised by every change
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  -- a number of days in figures, from 1 to 3,650
  CHECK (name <> 'overdue-days' OR (value = CAST(CAST(value AS INTEGER) AS TEXT)
                                    AND CAST(value AS INTEGER) BETWEEN 1 AND 3650))
) STRICT, WITHOUT ROWID
--- table setting_change setting_change
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
) STRICT
--- table sqlite_sequence sqlite_sequence
CREATE TABLE sqlite_sequence(name,seq)
--- table state state
CREATE TABLE state (
  id      INTEGER PRIMARY KEY,
  iso2    TEXT UNIQUE,
  iso3    TEXT UNIQUE,
  name_en TEXT NOT NULL,
  name_zh TEXT NOT NULL,
  -- other names in use, joined by ';': former names, short forms
  aliases TEXT NOT NULL DEFAULT '',
  -- 'unnamed': a State that the source does not name ("one State")
  kind    TEXT NOT NULL CHECK (kind IN ('state', 'observer', 'organization', 'unnamed')),
  party   INTEGER NOT NULL CHECK (party IN (0, 1)),
  party_since TEXT CHECK (party_since IS date(party_since)),
  region  TEXT CHECK (region IN ('AFR', 'APAC', 'EEG', 'GRULAC', 'WEOG')),
  ldc     INTEGER NOT NULL CHECK (ldc IN (0, 1)),
  lldc    INTEGER NOT NULL CHECK (lldc IN (0, 1)),
  sids    INTEGER NOT NULL CHECK (sids IN (0, 1)),
  adviser_id INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
, uuid BLOB CHECK (length(uuid) = 16), origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported'))) STRICT
--- table tally tally
CREATE TABLE tally (
  review_id INTEGER NOT NULL,
  -- bit 0 for chapter II … bit 4 for chapter VI; 0: no article
  chapters  INTEGER NOT NULL CHECK (chapters BETWEEN 0 AND 31),
  needs     INTEGER NOT NULL CHECK (needs >= 0),
  -- how many articles these needs touch, a need with two counted twice
  articles  INTEGER NOT NULL CHECK (articles >= 0),
  PRIMARY KEY (review_id, chapters)
) STRICT, WITHOUT ROWID
--- table theme theme
CREATE TABLE theme (
  id      INTEGER PRIMARY KEY,
  name_en TEXT NOT NULL UNIQUE CHECK (name_en <> ''),
  name_zh TEXT NOT NULL DEFAULT ''
, uuid BLOB CHECK (length(uuid) = 16), origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported'))) STRICT
--- table unlogged unlogged
CREATE TABLE unlogged (
  one    INTEGER PRIMARY KEY CHECK (one = 1),
  number INTEGER NOT NULL
) STRICT
--- table view_change view_change
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
) STRICT
--- trigger activity_uuid_given activity
CREATE TRIGGER activity_uuid_given AFTER INSERT ON activity WHEN new.uuid IS NULL
BEGIN
  UPDATE activity SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END
--- trigger activity_uuid_stays activity
CREATE TRIGGER activity_uuid_stays BEFORE UPDATE OF uuid, origin ON activity
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END
--- trigger batch_is_final batch
CREATE TRIGGER batch_is_final BEFORE UPDATE ON batch
BEGIN SELECT raise(ABORT, 'the change log is append-only'); END
--- trigger batch_stays batch
CREATE TRIGGER batch_stays BEFORE DELETE ON batch
BEGIN SELECT raise(ABORT, 'the change log is append-only'); END
--- trigger change_is_final change
CREATE TRIGGER change_is_final BEFORE UPDATE ON change
BEGIN SELECT raise(ABORT, 'the change log is append-only'); END
--- trigger change_stays change
CREATE TRIGGER change_stays BEFORE DELETE ON change
BEGIN SELECT raise(ABORT, 'the change log is append-only'); END
--- trigger need_activity_uuid_given need_activity
CREATE TRIGGER need_activity_uuid_given AFTER INSERT ON need_activity WHEN new.uuid IS NULL
BEGIN
  UPDATE need_activity SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE need_id = new.need_id AND activity_id = new.activity_id;
END
--- trigger need_activity_uuid_stays need_activity
CREATE TRIGGER need_activity_uuid_stays BEFORE UPDATE OF uuid, origin ON need_activity
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END
--- trigger need_category need
CREATE TRIGGER need_category BEFORE UPDATE OF category_id, review_id ON need
WHEN (SELECT c.cycle <> r.cycle FROM category c, review r
      WHERE c.id = new.category_id AND r.id = new.review_id)
BEGIN SELECT raise(ABORT, 'the category is not of the review''s cycle'); END
--- trigger need_category_in need
CREATE TRIGGER need_category_in BEFORE INSERT ON need
WHEN (SELECT c.cycle <> r.cycle FROM category c, review r
      WHERE c.id = new.category_id AND r.id = new.review_id)
BEGIN SELECT raise(ABORT, 'the category is not of the review''s cycle'); END
--- trigger need_uuid_given need
CREATE TRIGGER need_uuid_given AFTER INSERT ON need WHEN new.uuid IS NULL
BEGIN
  UPDATE need SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END
--- trigger need_uuid_stays need
CREATE TRIGGER need_uuid_stays BEFORE UPDATE OF uuid, origin ON need
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END
--- trigger organisation_uuid_given organisation
CREATE TRIGGER organisation_uuid_given AFTER INSERT ON organisation WHEN new.uuid IS NULL
BEGIN
  UPDATE organisation SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END
--- trigger organisation_uuid_stays organisation
CREATE TRIGGER organisation_uuid_stays BEFORE UPDATE OF uuid, origin ON organisation
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END
--- trigger person_uuid_given person
CREATE TRIGGER person_uuid_given AFTER INSERT ON person WHEN new.uuid IS NULL
BEGIN
  UPDATE person SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END
--- trigger person_uuid_stays person
CREATE TRIGGER person_uuid_stays BEFORE UPDATE OF uuid, origin ON person
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END
--- trigger review_uuid_given review
CREATE TRIGGER review_uuid_given AFTER INSERT ON review WHEN new.uuid IS NULL
BEGIN
  UPDATE review SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END
--- trigger review_uuid_stays review
CREATE TRIGGER review_uuid_stays BEFORE UPDATE OF uuid, origin ON review
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END
--- trigger saved_view_uuid_given saved_view
CREATE TRIGGER saved_view_uuid_given AFTER INSERT ON saved_view WHEN new.uuid IS NULL
BEGIN
  UPDATE saved_view SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END
--- trigger saved_view_uuid_stays saved_view
CREATE TRIGGER saved_view_uuid_stays BEFORE UPDATE OF uuid, origin ON saved_view
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END
--- trigger setting_change_is_final setting_change
CREATE TRIGGER setting_change_is_final BEFORE UPDATE ON setting_change
BEGIN SELECT raise(ABORT, 'the change log is append-only'); END
--- trigger setting_change_stays setting_change
CREATE TRIGGER setting_change_stays BEFORE DELETE ON setting_change
BEGIN SELECT raise(ABORT, 'the change log is append-only'); END
--- trigger state_uuid_given state
CREATE TRIGGER state_uuid_given AFTER INSERT ON state WHEN new.uuid IS NULL
BEGIN
  UPDATE state SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END
--- trigger state_uuid_stays state
CREATE TRIGGER state_uuid_stays BEFORE UPDATE OF uuid, origin ON state
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END
--- trigger tally_article_added need_article
CREATE TRIGGER tally_article_added AFTER INSERT ON need_article
BEGIN
  UPDATE tally
    SET needs = needs - 1,
        articles = articles - (SELECT count(*) FROM need_article
                               WHERE need_id = new.need_id AND article <> new.article)
    WHERE review_id = (SELECT review_id FROM need WHERE id = new.need_id)
      AND chapters = (SELECT coalesce(sum(DISTINCT 1 << (a.chapter - 2)), 0) FROM need_article l
                      JOIN article a ON a.number = l.article
                      WHERE l.need_id = new.need_id AND l.article <> new.article);
  INSERT INTO tally
    SELECT (SELECT review_id FROM need WHERE id = new.need_id),
           sum(DISTINCT 1 << (a.chapter - 2)), 1, count(*)
    FROM need_article l JOIN article a ON a.number = l.article WHERE l.need_id = new.need_id
    ON CONFLICT DO UPDATE SET needs = needs + 1, articles = articles + excluded.articles;
END
--- trigger tally_article_gone need_article
CREATE TRIGGER tally_article_gone AFTER DELETE ON need_article
BEGIN
  UPDATE tally
    SET needs = needs - 1,
        articles = articles - 1 - (SELECT count(*) FROM need_article WHERE need_id = old.need_id)
    WHERE review_id = (SELECT review_id FROM need WHERE id = old.need_id)
      AND chapters = (SELECT coalesce(sum(DISTINCT 1 << (chapter - 2)), 0)
                      FROM (SELECT a.chapter FROM need_article l
                            JOIN article a ON a.number = l.article WHERE l.need_id = old.need_id
                            UNION ALL SELECT chapter FROM article WHERE number = old.article));
  INSERT INTO tally
    SELECT (SELECT review_id FROM need WHERE id = old.need_id),
           coalesce(sum(DISTINCT 1 << (a.chapter - 2)), 0), 1, count(l.article)
    FROM need_article l JOIN article a ON a.number = l.article WHERE l.need_id = old.need_id
    ON CONFLICT DO UPDATE SET needs = needs + 1, articles = articles + excluded.articles;
END
--- trigger tally_article_stays need_article
CREATE TRIGGER tally_article_stays BEFORE UPDATE ON need_article
BEGIN SELECT raise(ABORT, 'an article of a need is removed and added, not changed'); END
--- trigger tally_need_added need
CREATE TRIGGER tally_need_added AFTER INSERT ON need
BEGIN
  INSERT INTO tally VALUES (new.review_id, 0, 1, 0)
    ON CONFLICT DO UPDATE SET needs = needs + 1;
END
--- trigger tally_need_gone need
CREATE TRIGGER tally_need_gone AFTER DELETE ON need
BEGIN
  UPDATE tally SET needs = needs - 1 WHERE review_id = old.review_id AND chapters = 0;
END
--- trigger tally_need_moved need
CREATE TRIGGER tally_need_moved AFTER UPDATE OF review_id ON need
WHEN new.review_id <> old.review_id
BEGIN
  UPDATE tally
    SET needs = needs - 1,
        articles = articles - (SELECT count(*) FROM need_article WHERE need_id = new.id)
    WHERE review_id = old.review_id
      AND chapters = (SELECT coalesce(sum(DISTINCT 1 << (a.chapter - 2)), 0) FROM need_article l
                      JOIN article a ON a.number = l.article WHERE l.need_id = new.id);
  INSERT INTO tally
    SELECT new.review_id, coalesce(sum(DISTINCT 1 << (a.chapter - 2)), 0), 1, count(l.article)
    FROM need_article l JOIN article a ON a.number = l.article WHERE l.need_id = new.id
    ON CONFLICT DO UPDATE SET needs = needs + 1, articles = articles + excluded.articles;
END
--- trigger theme_uuid_given theme
CREATE TRIGGER theme_uuid_given AFTER INSERT ON theme WHEN new.uuid IS NULL
BEGIN
  UPDATE theme SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END
--- trigger theme_uuid_stays theme
CREATE TRIGGER theme_uuid_stays BEFORE UPDATE OF uuid, origin ON theme
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END
--- trigger unlogged_activity need_activity
CREATE TRIGGER unlogged_activity AFTER UPDATE ON need_activity
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_activity_in need_activity
CREATE TRIGGER unlogged_activity_in AFTER INSERT ON need_activity
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_activity_out need_activity
CREATE TRIGGER unlogged_activity_out AFTER DELETE ON need_activity
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_article_in need_article
CREATE TRIGGER unlogged_article_in AFTER INSERT ON need_article
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_article_out need_article
CREATE TRIGGER unlogged_article_out AFTER DELETE ON need_article
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_need need
CREATE TRIGGER unlogged_need AFTER UPDATE OF id, review_id, category_id, text, language, document,
  paragraph, identified_on ON need
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_need_in need
CREATE TRIGGER unlogged_need_in AFTER INSERT ON need
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_need_out need
CREATE TRIGGER unlogged_need_out AFTER DELETE ON need
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_theme need_theme
CREATE TRIGGER unlogged_theme AFTER UPDATE ON need_theme
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_theme_in need_theme
CREATE TRIGGER unlogged_theme_in AFTER INSERT ON need_theme
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_theme_out need_theme
CREATE TRIGGER unlogged_theme_out AFTER DELETE ON need_theme
BEGIN UPDATE unlogged SET number = number + 1; END
--- view activities_readable activities_readable
CREATE VIEW activities_readable AS
  SELECT a.id AS number,
         a.code,
         a.kind,
         a.level,
         a.status,
         a.description,
         nullif(a.region_text, '') AS regions,
         nullif(a.place, '') AS place,
         a.starts_on,
         a.ends_on,
         nullif(a.date_text, '') AS dates_in_words,
         (SELECT group_concat(name_en, '; ')
          FROM (SELECT s.name_en FROM activity_state l JOIN state s ON s.id = l.state_id
                WHERE l.activity_id = a.id AND l.role = 'helped' ORDER BY s.name_en)) AS states_helped,
         a.unnamed_states,
         (SELECT group_concat(name_en, '; ')
          FROM (SELECT s.name_en FROM activity_state l JOIN state s ON s.id = l.state_id
                WHERE l.activity_id = a.id AND l.role = 'host' ORDER BY s.name_en)) AS hosts,
         (SELECT group_concat(article, ', ')
          FROM (SELECT article FROM activity_article WHERE activity_id = a.id ORDER BY article)) AS articles,
         (SELECT group_concat(numeral, ', ')
          FROM (SELECT CASE chapter WHEN 2 THEN 'II' WHEN 3 THEN 'III' WHEN 4 THEN 'IV' WHEN 5 THEN 'V'
                                    ELSE 'VI' END AS numeral
                FROM activity_chapter WHERE activity_id = a.id ORDER BY chapter)) AS chapters_alone,
         (SELECT group_concat(name_en, '; ')
          FROM (SELECT o.name_en FROM activity_organisation l JOIN organisation o ON o.id = l.organisation_id
                WHERE l.activity_id = a.id AND l.role = 'provider' ORDER BY o.name_en)) AS providers,
         (SELECT group_concat(name_en, '; ')
          FROM (SELECT o.name_en FROM activity_organisation l JOIN organisation o ON o.id = l.organisation_id
                WHERE l.activity_id = a.id AND l.role = 'partner' ORDER BY o.name_en)) AS partners,
         (SELECT group_concat(name_en, '; ')
          FROM (SELECT o.name_en FROM activity_organisation l JOIN organisation o ON o.id = l.organisation_id
                WHERE l.activity_id = a.id AND l.role = 'donor' ORDER BY o.name_en)) AS donors,
         nullif(a.themes, '') AS themes,
         nullif(a.participants, '') AS participants,
         (SELECT count(*) FROM need_activity l WHERE l.activity_id = a.id) AS needs_matched,
         a.document,
         a.paragraph,
         nullif(a.uncertainty, '') AS uncertainty,
         a.origin,
         lower(substr(hex(a.uuid), 1, 8) || '-' || substr(hex(a.uuid), 9, 4) || '-' || substr(hex(a.uuid), 13, 4)
               || '-' || substr(hex(a.uuid), 17, 4) || '-' || substr(hex(a.uuid), 21)) AS uuid
  FROM activity a
--- view changes_readable changes_readable
CREATE VIEW changes_readable AS
  SELECT c.id AS number,
         strftime('%Y-%m-%dT%H:%M:%SZ', b.at, 'unixepoch') AS at,
         b.who,
         nullif(b.note, '') AS note,
         c.batch_id AS write,
         b.undoes,
         'need' AS kind,
         c.need_id AS record,
         s.name_en AS state,
         c.field,
         c.before,
         c.after,
         c.version
  FROM change c
  JOIN batch b ON b.id = c.batch_id
  JOIN need n ON n.id = c.need_id
  JOIN review r ON r.id = n.review_id
  JOIN state s ON s.id = r.state_id
--- view needs_readable needs_readable
CREATE VIEW needs_readable AS
  SELECT n.id AS number,
         s.name_en AS state,
         s.iso3,
         CASE s.region WHEN 'AFR' THEN 'African' WHEN 'APAC' THEN 'Asia-Pacific' WHEN 'EEG' THEN 'Eastern European'
                       WHEN 'GRULAC' THEN 'Latin American and Caribbean'
                       WHEN 'WEOG' THEN 'Western European and others' END AS region,
         r.cycle,
         n.review_id AS review,
         (SELECT group_concat(numeral, ', ')
          FROM (SELECT DISTINCT CASE a.chapter WHEN 2 THEN 'II' WHEN 3 THEN 'III' WHEN 4 THEN 'IV' WHEN 5 THEN 'V'
                                               ELSE 'VI' END AS numeral
                FROM need_article l JOIN article a ON a.number = l.article WHERE l.need_id = n.id
                ORDER BY a.chapter)) AS chapters,
         (SELECT group_concat(article, ', ')
          FROM (SELECT article FROM need_article WHERE need_id = n.id ORDER BY article)) AS articles,
         c.name_en AS category,
         (SELECT group_concat(name_en, '; ')
          FROM (SELECT t.name_en FROM need_theme l JOIN theme t ON t.id = l.theme_id WHERE l.need_id = n.id
                ORDER BY t.name_en)) AS themes,
         n.priority,
         n.horizon,
         n.response,
         p.post_en AS focal_point,
         n.identified_on,
         n.projected_on,
         n.duplicate_of,
         n.text,
         n.language,
         nullif(n.document, '') AS document,
         nullif(n.paragraph, '') AS paragraph,
         nullif(n.notes, '') AS notes,
         (SELECT group_concat(code, '; ')
          FROM (SELECT a.code FROM need_activity l JOIN activity a ON a.id = l.activity_id WHERE l.need_id = n.id
                ORDER BY a.code)) AS activities,
         n.version,
         strftime('%Y-%m-%dT%H:%M:%SZ', n.changed_at, 'unixepoch') AS changed_at,
         n.origin,
         lower(substr(hex(n.uuid), 1, 8) || '-' || substr(hex(n.uuid), 9, 4) || '-' || substr(hex(n.uuid), 13, 4)
               || '-' || substr(hex(n.uuid), 17, 4) || '-' || substr(hex(n.uuid), 21)) AS uuid
  FROM need n
  JOIN review r ON r.id = n.review_id
  JOIN state s ON s.id = r.state_id
  LEFT JOIN category c ON c.id = n.category_id
  LEFT JOIN person p ON p.id = n.focal_point_id
--- view reviews_readable reviews_readable
CREATE VIEW reviews_readable AS
  SELECT r.id AS number,
         s.name_en AS state,
         s.iso3,
         CASE s.region WHEN 'AFR' THEN 'African' WHEN 'APAC' THEN 'Asia-Pacific' WHEN 'EEG' THEN 'Eastern European'
                       WHEN 'GRULAC' THEN 'Latin American and Caribbean'
                       WHEN 'WEOG' THEN 'Western European and others' END AS region,
         r.cycle,
         first.name_en AS reviewing_state_1,
         second.name_en AS reviewing_state_2,
         CASE r.stakeholders WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS stakeholders,
         (SELECT on_date FROM review_step WHERE review_id = r.id AND step = 'started') AS started_on,
         (SELECT on_date FROM review_step WHERE review_id = r.id AND step = 'self-assessment') AS self_assessment_on,
         (SELECT on_date FROM review_step WHERE review_id = r.id AND step = 'desk-review') AS desk_review_on,
         (SELECT on_date FROM review_step WHERE review_id = r.id AND step = 'direct-dialogue') AS direct_dialogue_on,
         (SELECT dialogue FROM review_step WHERE review_id = r.id AND step = 'direct-dialogue') AS dialogue,
         (SELECT on_date FROM review_step WHERE review_id = r.id AND step = 'executive-summary')
           AS executive_summary_on,
         (SELECT on_date FROM review_step WHERE review_id = r.id AND step = 'country-report') AS country_report_on,
         (SELECT count(*) FROM need n WHERE n.review_id = r.id) AS needs,
         r.origin,
         lower(substr(hex(r.uuid), 1, 8) || '-' || substr(hex(r.uuid), 9, 4) || '-' || substr(hex(r.uuid), 13, 4)
               || '-' || substr(hex(r.uuid), 17, 4) || '-' || substr(hex(r.uuid), 21)) AS uuid
  FROM review r
  JOIN state s ON s.id = r.state_id
  LEFT JOIN state first ON first.id = r.reviewer1_id
  LEFT JOIN state second ON second.id = r.reviewer2_id
--- view tally_now tally_now
CREATE VIEW tally_now AS
  SELECT review_id, chapters, count(*) AS needs, sum(articles) AS articles
  FROM (SELECT n.review_id,
               (SELECT coalesce(sum(DISTINCT 1 << (a.chapter - 2)), 0) FROM need_article l
                JOIN article a ON a.number = l.article WHERE l.need_id = n.id) AS chapters,
               (SELECT count(*) FROM need_article l WHERE l.need_id = n.id) AS articles
        FROM need n)
  GROUP BY review_id, chapters
