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
--- index membership_of membership
CREATE UNIQUE INDEX membership_of ON membership (state_id, grp, coalesce(since, ''))
--- index need_activity_activity need_activity
CREATE INDEX need_activity_activity ON need_activity (activity_id)
--- index need_duplicate need
CREATE INDEX need_duplicate ON need (duplicate_of) WHERE duplicate_of IS NOT NULL
--- index need_focal_point need
CREATE INDEX need_focal_point ON need (focal_point_id)
--- index need_review need
CREATE INDEX need_review ON need (review_id)
--- index need_theme_theme need_theme
CREATE INDEX need_theme_theme ON need_theme (theme_id)
--- index person_state person
CREATE INDEX person_state ON person (state_id)
--- index presence_need presence
CREATE INDEX presence_need ON presence (need_id)
--- index saved_view_name saved_view
CREATE UNIQUE INDEX saved_view_name ON saved_view (name, coalesce(owner, ''))
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
  CHECK (status IN ('intended', 'planned', 'in preparation', 'ongoing', 'done', 'published')), description_zh TEXT NOT NULL DEFAULT '', date_text_zh TEXT NOT NULL DEFAULT '') STRICT
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
--- table membership membership
CREATE TABLE membership (
  state_id INTEGER NOT NULL REFERENCES state (id),
  grp      TEXT NOT NULL CHECK (grp IN ('ldc', 'lldc', 'sids')),
  -- YYYY, YYYY-MM or YYYY-MM-DD, counting from the last day that it may mean; NULL: not stated, from the beginning on
  since    TEXT
    CHECK (length(since) IN (4, 7, 10)
         AND since || substr('-01-01', length(since) - 3) IS date(since || substr('-01-01', length(since) - 3))),
  -- the date on which the State left the group; NULL: it has not
  until    TEXT
    CHECK (length(until) IN (4, 7, 10)
         AND until || substr('-01-01', length(until) - 3) IS date(until || substr('-01-01', length(until) - 3))),
  CHECK (since < until)
) STRICT
--- table meta meta
CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID
--- table need need
CREATE TABLE need (
  id            INTEGER PRIMARY KEY,
  category_id   INTEGER REFERENCES category (id),
  text          TEXT NOT NULL CHECK (text <> ''),
  -- the language of the text: en, zh, fr, es, ru, ar
  document      TEXT NOT NULL DEFAULT '',
  paragraph     TEXT NOT NULL DEFAULT '',
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
  CHECK (language GLOB '[a-z][a-z]' OR language GLOB '[a-z][a-z][a-z]'), projected_on TEXT CHECK (projected_on IS date(projected_on)), duplicate_of INTEGER REFERENCES need (id) CHECK (duplicate_of <> id), review_id INTEGER REFERENCES review (id), state_id INTEGER REFERENCES state (id), identified_on TEXT
  CHECK (length(identified_on) IN (4, 7, 10)
         AND identified_on || substr('-01-01', length(identified_on) - 3) IS date(identified_on || substr('-01-01', length(identified_on) - 3))), source TEXT NOT NULL DEFAULT 'review'
  CHECK (source IN ('review', 'self-assessment', 'state-report', 'direct-request'))
  CHECK ((source = 'review') = (review_id IS NOT NULL)), rank INTEGER CHECK (rank BETWEEN 1 AND 65535)) STRICT
--- table need_activity need_activity
CREATE TABLE need_activity (
  need_id     INTEGER NOT NULL REFERENCES need (id),
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  PRIMARY KEY (need_id, activity_id)
) STRICT, WITHOUT ROWID
--- table need_article need_article
CREATE TABLE need_article (
  need_id INTEGER NOT NULL REFERENCES need (id),
  article INTEGER NOT NULL REFERENCES article (number),
  PRIMARY KEY (need_id, article)
) STRICT, WITHOUT ROWID
--- table need_chapter need_chapter
CREATE TABLE need_chapter (
  need_id INTEGER NOT NULL REFERENCES need (id),
  chapter INTEGER NOT NULL CHECK (chapter BETWEEN 2 AND 6),
  PRIMARY KEY (need_id, chapter)
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
, role_zh TEXT NOT NULL DEFAULT '') STRICT
--- table person person
CREATE TABLE person (
  id      INTEGER PRIMARY KEY,
  code    TEXT NOT NULL UNIQUE CHECK (code <> ''),
  kind    TEXT NOT NULL CHECK (kind IN ('focal point', 'adviser', 'officer')),
  post_en TEXT NOT NULL,
  post_zh TEXT NOT NULL,
  -- the State that a focal point speaks for
  state_id INTEGER REFERENCES state (id) DEFERRABLE INITIALLY DEFERRED
) STRICT
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
  reviewer2_id INTEGER REFERENCES state (id), civil_society INTEGER CHECK (civil_society IN (0, 1)), private_sector INTEGER CHECK (private_sector IN (0, 1)), academia INTEGER CHECK (academia IN (0, 1)), media INTEGER CHECK (media IN (0, 1))
  CHECK (stakeholders IS NOT 0
         OR coalesce(civil_society, 0) + coalesce(private_sector, 0) + coalesce(academia, 0) + coalesce(media, 0) = 0),
  UNIQUE (state_id, cycle),
  CHECK (reviewer1_id <> state_id AND reviewer2_id <> state_id AND reviewer1_id <> reviewer2_id)
) STRICT
--- table review_step review_step
CREATE TABLE "review_step" (
  review_id INTEGER NOT NULL REFERENCES review (id),
  step      TEXT NOT NULL CHECK (step IN ('started', 'self-assessment', 'desk-review',
                                          'direct-dialogue', 'executive-summary', 'country-report')),
  -- YYYY, YYYY-MM or YYYY-MM-DD; it counts from the last day that it may mean
  on_date   TEXT NOT NULL
    CHECK (length(on_date) IN (4, 7, 10)
         AND on_date || substr('-01-01', length(on_date) - 3) IS date(on_date || substr('-01-01', length(on_date) - 3))),
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
) STRICT
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
  adviser_id INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
) STRICT
--- table tally tally
CREATE TABLE tally (
  -- 0 for needs outside the reviews
  review_id INTEGER NOT NULL,
  -- 0 for needs of a review, whose State is that of the review
  state_id  INTEGER NOT NULL,
  source    TEXT NOT NULL,
  -- bit 0 for chapter II … bit 4 for chapter VI; 0: none
  chapters  INTEGER NOT NULL CHECK (chapters BETWEEN 0 AND 31),
  needs     INTEGER NOT NULL CHECK (needs >= 0),
  -- how many articles these needs touch, a need with two counted twice
  articles  INTEGER NOT NULL CHECK (articles >= 0),
  PRIMARY KEY (review_id, state_id, source, chapters),
  CHECK ((review_id = 0) = (state_id <> 0))
) STRICT, WITHOUT ROWID
--- table theme theme
CREATE TABLE theme (
  id      INTEGER PRIMARY KEY,
  name_en TEXT NOT NULL UNIQUE CHECK (name_en <> ''),
  name_zh TEXT NOT NULL DEFAULT ''
) STRICT
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
--- trigger need_state need
CREATE TRIGGER need_state BEFORE UPDATE OF state_id, review_id ON need
WHEN new.state_id IS NULL
  OR new.review_id IS NOT NULL
  AND new.state_id IS NOT (SELECT state_id FROM review WHERE id = new.review_id)
BEGIN SELECT raise(ABORT, 'a need is of a State, and of the State of its review'); END
--- trigger need_state_in need
CREATE TRIGGER need_state_in BEFORE INSERT ON need
WHEN new.review_id IS NULL AND new.state_id IS NULL
  OR new.review_id IS NOT NULL AND new.state_id IS NOT NULL
  AND new.state_id IS NOT (SELECT state_id FROM review WHERE id = new.review_id)
BEGIN SELECT raise(ABORT, 'a need is of a State, and of the State of its review'); END
--- trigger need_state_of_review need
CREATE TRIGGER need_state_of_review AFTER INSERT ON need
WHEN new.state_id IS NULL
BEGIN
  UPDATE need SET state_id = (SELECT state_id FROM review WHERE id = new.review_id) WHERE id = new.id;
END
--- trigger review_state review
CREATE TRIGGER review_state AFTER UPDATE OF state_id ON review
WHEN new.state_id <> old.state_id
BEGIN UPDATE need SET state_id = new.state_id WHERE review_id = new.id; END
--- trigger setting_change_is_final setting_change
CREATE TRIGGER setting_change_is_final BEFORE UPDATE ON setting_change
BEGIN SELECT raise(ABORT, 'the change log is append-only'); END
--- trigger setting_change_stays setting_change
CREATE TRIGGER setting_change_stays BEFORE DELETE ON setting_change
BEGIN SELECT raise(ABORT, 'the change log is append-only'); END
--- trigger tally_article_added need_article
CREATE TRIGGER tally_article_added AFTER INSERT ON need_article
BEGIN
  UPDATE tally
    SET needs = needs - 1, articles = articles + 1 - (SELECT articles FROM need_tally WHERE id = new.need_id)
    WHERE (review_id, state_id, source)
        = (SELECT review_id, state_id, source FROM need_tally WHERE id = new.need_id)
      AND chapters = (SELECT coalesce(sum(DISTINCT 1 << (a.chapter - 2)), 0) FROM need_article l
                      JOIN article a ON a.number = l.article WHERE l.need_id = new.need_id AND l.article <> new.article)
                   | (SELECT coalesce(sum(1 << (chapter - 2)), 0) FROM need_chapter WHERE need_id = new.need_id);
  INSERT INTO tally
    SELECT review_id, state_id, source, chapters, 1, articles FROM need_tally WHERE id = new.need_id
    ON CONFLICT DO UPDATE SET needs = needs + 1, articles = articles + excluded.articles;
END
--- trigger tally_article_gone need_article
CREATE TRIGGER tally_article_gone AFTER DELETE ON need_article
BEGIN
  UPDATE tally
    SET needs = needs - 1, articles = articles - 1 - (SELECT articles FROM need_tally WHERE id = old.need_id)
    WHERE (review_id, state_id, source)
        = (SELECT review_id, state_id, source FROM need_tally WHERE id = old.need_id)
      AND chapters = (SELECT chapters FROM need_tally WHERE id = old.need_id)
                   | coalesce((SELECT 1 << (chapter - 2) FROM article WHERE number = old.article), 0);
  INSERT INTO tally
    SELECT review_id, state_id, source, chapters, 1, articles FROM need_tally WHERE id = old.need_id
    ON CONFLICT DO UPDATE SET needs = needs + 1, articles = articles + excluded.articles;
END
--- trigger tally_article_stays need_article
CREATE TRIGGER tally_article_stays BEFORE UPDATE ON need_article
BEGIN SELECT raise(ABORT, 'an article of a need is removed and added, not changed'); END
--- trigger tally_chapter_added need_chapter
CREATE TRIGGER tally_chapter_added AFTER INSERT ON need_chapter
BEGIN
  UPDATE tally
    SET needs = needs - 1, articles = articles - (SELECT articles FROM need_tally WHERE id = new.need_id)
    WHERE (review_id, state_id, source)
        = (SELECT review_id, state_id, source FROM need_tally WHERE id = new.need_id)
      AND chapters = (SELECT coalesce(sum(DISTINCT 1 << (a.chapter - 2)), 0) FROM need_article l
                      JOIN article a ON a.number = l.article WHERE l.need_id = new.need_id)
                   | (SELECT coalesce(sum(1 << (chapter - 2)), 0) FROM need_chapter
                      WHERE need_id = new.need_id AND chapter <> new.chapter);
  INSERT INTO tally
    SELECT review_id, state_id, source, chapters, 1, articles FROM need_tally WHERE id = new.need_id
    ON CONFLICT DO UPDATE SET needs = needs + 1, articles = articles + excluded.articles;
END
--- trigger tally_chapter_gone need_chapter
CREATE TRIGGER tally_chapter_gone AFTER DELETE ON need_chapter
BEGIN
  UPDATE tally
    SET needs = needs - 1, articles = articles - (SELECT articles FROM need_tally WHERE id = old.need_id)
    WHERE (review_id, state_id, source)
        = (SELECT review_id, state_id, source FROM need_tally WHERE id = old.need_id)
      AND chapters = (SELECT chapters FROM need_tally WHERE id = old.need_id) | (1 << (old.chapter - 2));
  INSERT INTO tally
    SELECT review_id, state_id, source, chapters, 1, articles FROM need_tally WHERE id = old.need_id
    ON CONFLICT DO UPDATE SET needs = needs + 1, articles = articles + excluded.articles;
END
--- trigger tally_chapter_stays need_chapter
CREATE TRIGGER tally_chapter_stays BEFORE UPDATE ON need_chapter
BEGIN SELECT raise(ABORT, 'a chapter of a need is removed and added, not changed'); END
--- trigger tally_need_added need
CREATE TRIGGER tally_need_added AFTER INSERT ON need
BEGIN
  INSERT INTO tally VALUES (coalesce(new.review_id, 0), CASE WHEN new.review_id IS NULL THEN new.state_id ELSE 0 END,
                            new.source, 0, 1, 0)
    ON CONFLICT DO UPDATE SET needs = needs + 1;
END
--- trigger tally_need_gone need
CREATE TRIGGER tally_need_gone AFTER DELETE ON need
BEGIN
  UPDATE tally SET needs = needs - 1
    WHERE review_id = coalesce(old.review_id, 0)
      AND state_id = CASE WHEN old.review_id IS NULL THEN old.state_id ELSE 0 END
      AND source = old.source AND chapters = 0;
END
--- trigger tally_need_moved need
CREATE TRIGGER tally_need_moved AFTER UPDATE OF review_id, state_id, source ON need
WHEN old.review_id IS NOT new.review_id OR old.source <> new.source
  OR new.review_id IS NULL AND old.state_id <> new.state_id
BEGIN
  UPDATE tally
    SET needs = needs - 1, articles = articles - (SELECT articles FROM need_tally WHERE id = new.id)
    WHERE review_id = coalesce(old.review_id, 0)
      AND state_id = CASE WHEN old.review_id IS NULL THEN old.state_id ELSE 0 END
      AND source = old.source AND chapters = (SELECT chapters FROM need_tally WHERE id = new.id);
  INSERT INTO tally
    SELECT review_id, state_id, source, chapters, 1, articles FROM need_tally WHERE id = new.id
    ON CONFLICT DO UPDATE SET needs = needs + 1, articles = articles + excluded.articles;
END
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
--- trigger unlogged_chapter_in need_chapter
CREATE TRIGGER unlogged_chapter_in AFTER INSERT ON need_chapter
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_chapter_out need_chapter
CREATE TRIGGER unlogged_chapter_out AFTER DELETE ON need_chapter
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_need need
CREATE TRIGGER unlogged_need AFTER UPDATE OF id, review_id, state_id, source, rank, category_id, text, language, document,
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
--- view need_tally need_tally
CREATE VIEW need_tally AS
  SELECT n.id, coalesce(n.review_id, 0) AS review_id,
         CASE WHEN n.review_id IS NULL THEN n.state_id ELSE 0 END AS state_id, n.source,
         (SELECT coalesce(sum(DISTINCT 1 << (a.chapter - 2)), 0) FROM need_article l
          JOIN article a ON a.number = l.article WHERE l.need_id = n.id)
         | (SELECT coalesce(sum(1 << (chapter - 2)), 0) FROM need_chapter WHERE need_id = n.id) AS chapters,
         (SELECT count(*) FROM need_article l WHERE l.need_id = n.id) AS articles
  FROM need n
--- view tally_now tally_now
CREATE VIEW tally_now AS
  SELECT review_id, state_id, source, chapters, count(*) AS needs, sum(articles) AS articles
  FROM need_tally GROUP BY review_id, state_id, source, chapters
