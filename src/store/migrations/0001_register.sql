-- The register: States and their reviews, the needs that reviews identified, who answers for
-- them, the assistance given, and every change of a triage field.
--
-- Vocabulary columns hold the codes of src/domain; a CHECK keeps each closed. Dates are ISO 8601
-- text, moments are seconds after 1970-01-01T00:00:00Z. "Not stated" is NULL.

CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  id      INTEGER PRIMARY KEY,
  code    TEXT NOT NULL UNIQUE CHECK (code <> ''),
  kind    TEXT NOT NULL CHECK (kind IN ('focal point', 'adviser', 'officer')),
  post_en TEXT NOT NULL,
  post_zh TEXT NOT NULL,
  -- the State that a focal point speaks for
  state_id INTEGER REFERENCES state (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX person_state ON person (state_id);

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
) STRICT;
CREATE INDEX state_region ON state (region);
CREATE INDEX state_adviser ON state (adviser_id);

CREATE TABLE article (
  number   INTEGER PRIMARY KEY CHECK (number BETWEEN 5 AND 62),
  chapter  INTEGER NOT NULL CHECK (chapter BETWEEN 2 AND 6),
  title_en TEXT NOT NULL,
  title_zh TEXT NOT NULL
) STRICT;

CREATE TABLE category (
  id      INTEGER PRIMARY KEY,
  code    TEXT NOT NULL UNIQUE,
  cycle   INTEGER NOT NULL CHECK (cycle IN (1, 2)),
  name_en TEXT NOT NULL,
  name_zh TEXT NOT NULL,
  aliases TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE theme (
  id      INTEGER PRIMARY KEY,
  name_en TEXT NOT NULL UNIQUE CHECK (name_en <> ''),
  name_zh TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE organisation (
  id      INTEGER PRIMARY KEY,
  code    TEXT NOT NULL UNIQUE,
  name_en TEXT NOT NULL,
  name_zh TEXT NOT NULL,
  kind    TEXT NOT NULL,
  role    TEXT NOT NULL
) STRICT;

CREATE TABLE review (
  id       INTEGER PRIMARY KEY,
  state_id INTEGER NOT NULL REFERENCES state (id),
  cycle    INTEGER NOT NULL CHECK (cycle IN (1, 2)),
  -- whether stakeholders outside government took part (paragraph 84 of the note); NULL: not stated
  stakeholders INTEGER CHECK (stakeholders IN (0, 1)),
  reviewer1_id INTEGER REFERENCES state (id),
  reviewer2_id INTEGER REFERENCES state (id),
  UNIQUE (state_id, cycle),
  CHECK (reviewer1_id <> state_id AND reviewer2_id <> state_id AND reviewer1_id <> reviewer2_id)
) STRICT;

CREATE TABLE review_step (
  review_id INTEGER NOT NULL REFERENCES review (id),
  step      TEXT NOT NULL CHECK (step IN ('started', 'self-assessment', 'desk-review',
                                          'direct-dialogue', 'executive-summary', 'country-report')),
  on_date   TEXT NOT NULL CHECK (on_date IS date(on_date)),
  -- for the direct dialogue: how it was held
  dialogue  TEXT CHECK (dialogue IN ('country visit', 'joint meeting')),
  PRIMARY KEY (review_id, step),
  CHECK (dialogue IS NULL OR step = 'direct-dialogue')
) STRICT, WITHOUT ROWID;

CREATE TABLE need (
  id            INTEGER PRIMARY KEY,
  review_id     INTEGER NOT NULL REFERENCES review (id),
  category_id   INTEGER REFERENCES category (id),
  text          TEXT NOT NULL CHECK (text <> ''),
  -- the language of the text: en, zh, fr, es, ru, ar
  language      TEXT NOT NULL,
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
) STRICT;
CREATE INDEX need_review ON need (review_id);
CREATE INDEX need_focal_point ON need (focal_point_id);

CREATE TABLE need_article (
  need_id INTEGER NOT NULL REFERENCES need (id),
  article INTEGER NOT NULL REFERENCES article (number),
  PRIMARY KEY (need_id, article)
) STRICT, WITHOUT ROWID;

CREATE TABLE need_theme (
  need_id  INTEGER NOT NULL REFERENCES need (id),
  theme_id INTEGER NOT NULL REFERENCES theme (id),
  PRIMARY KEY (need_id, theme_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX need_theme_theme ON need_theme (theme_id);

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
  status      TEXT NOT NULL,
  themes      TEXT NOT NULL DEFAULT '',
  participants TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL,
  document    TEXT NOT NULL,
  paragraph   TEXT NOT NULL,
  uncertainty TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE activity_state (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  state_id    INTEGER NOT NULL REFERENCES state (id),
  role        TEXT NOT NULL CHECK (role IN ('helped', 'host')),
  PRIMARY KEY (activity_id, state_id, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity_article (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  article     INTEGER NOT NULL REFERENCES article (number),
  PRIMARY KEY (activity_id, article)
) STRICT, WITHOUT ROWID;

-- Chapters that the source names without an article.
CREATE TABLE activity_chapter (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  chapter     INTEGER NOT NULL CHECK (chapter BETWEEN 2 AND 6),
  PRIMARY KEY (activity_id, chapter)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity_organisation (
  activity_id     INTEGER NOT NULL REFERENCES activity (id),
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  role            TEXT NOT NULL CHECK (role IN ('provider', 'partner', 'donor')),
  PRIMARY KEY (activity_id, organisation_id, role)
) STRICT, WITHOUT ROWID;

-- A match: this activity serves this need.
CREATE TABLE need_activity (
  need_id     INTEGER NOT NULL REFERENCES need (id),
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  PRIMARY KEY (need_id, activity_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX need_activity_activity ON need_activity (activity_id);

-- The change log. Rows are only ever added. One batch is one write of one person: the unit of undo.
CREATE TABLE batch (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  at     INTEGER NOT NULL,
  who    TEXT NOT NULL CHECK (who <> ''),
  note   TEXT NOT NULL DEFAULT '',
  -- the batch that this one takes back
  undoes INTEGER UNIQUE REFERENCES batch (id)
) STRICT;

CREATE INDEX batch_who ON batch (who);

CREATE TABLE change (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  batch_id INTEGER NOT NULL REFERENCES batch (id),
  need_id  INTEGER NOT NULL REFERENCES need (id),
  field    TEXT NOT NULL CHECK (field IN ('priority', 'horizon', 'response', 'focal', 'notes')),
  before   TEXT,
  after    TEXT,
  -- the version of the need that this change made; the changes of one batch to one need share it
  version  INTEGER NOT NULL,
  CHECK (before IS NOT after)
) STRICT;
CREATE INDEX change_need ON change (need_id);
CREATE INDEX change_batch ON change (batch_id);

CREATE TRIGGER change_is_final BEFORE UPDATE ON change
BEGIN SELECT raise(ABORT, 'the change log is append-only'); END;
CREATE TRIGGER change_stays BEFORE DELETE ON change
BEGIN SELECT raise(ABORT, 'the change log is append-only'); END;
CREATE TRIGGER batch_is_final BEFORE UPDATE ON batch
BEGIN SELECT raise(ABORT, 'the change log is append-only'); END;
CREATE TRIGGER batch_stays BEFORE DELETE ON batch
BEGIN SELECT raise(ABORT, 'the change log is append-only'); END;

CREATE TABLE saved_view (
  id       INTEGER PRIMARY KEY,
  name     TEXT NOT NULL CHECK (name <> ''),
  -- whose view; NULL: everybody's
  owner_id INTEGER REFERENCES person (id),
  screen   TEXT NOT NULL,
  filter   TEXT NOT NULL,
  sort     TEXT NOT NULL DEFAULT '',
  columns  TEXT NOT NULL DEFAULT '',
  grouping TEXT NOT NULL DEFAULT '',
  measure  TEXT NOT NULL DEFAULT 'needs' CHECK (measure IN ('needs', 'states', 'reviews')),
  key      TEXT NOT NULL DEFAULT ''
) STRICT;
-- UNIQUE (name, owner_id) would let two shared views have one name: NULLs never equal each other.
CREATE UNIQUE INDEX saved_view_name ON saved_view (name, coalesce(owner_id, 0));
CREATE INDEX saved_view_owner ON saved_view (owner_id);
